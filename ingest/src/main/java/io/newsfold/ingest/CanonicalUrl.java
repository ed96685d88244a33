package io.newsfold.ingest;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Optional;
import java.util.TreeSet;

/** Addresses in the one form that keys are made of: normalised, and without the parameters that only track readers. */
public final class CanonicalUrl {
    /** What newsletters, social networks and advertisers hang onto links; never part of an article's identity. */
    private static final TreeSet<String> TRACKING = new TreeSet<>(java.util.List.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "cmpid",
            "ns_campaign",
            "ns_mchannel",
            "ns_source",
            "ocid",
            "smid",
            "smtyp",
            "ref_src",
            "ref_url",
            "at_medium",
            "at_campaign",
            "wt.mc_id"));

    private static final BasicURLNormalizer NORMALIZER =
            BasicURLNormalizer.newBuilder().queryParamsToRemove(TRACKING).build();

    private CanonicalUrl() {}

    /** Empty where {@code url} is not an http or https address with a host. */
    public static Optional<String> of(String url) {
        String trimmed = url.strip();
        if (!trimmed.regionMatches(true, 0, "http://", 0, 7) && !trimmed.regionMatches(true, 0, "https://", 0, 8)) {
            return Optional.empty();
        }
        return Optional.ofNullable(NORMALIZER.filter(withoutCampaign(trimmed))).filter(u -> u.length() <= 2_000);
    }

    private static String withoutCampaign(String url) {
        int fragment = url.indexOf('#');
        String address = fragment < 0 ? url : url.substring(0, fragment);
        int question = address.indexOf('?');
        if (question < 0) {
            return address;
        }
        StringBuilder kept = new StringBuilder();
        for (String parameter : address.substring(question + 1).split("&", -1)) {
            if (!parameter.isEmpty() && !parameter.regionMatches(true, 0, "utm_", 0, 4)) {
                kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
            }
        }
        return address.substring(0, question) + kept;
    }
}
