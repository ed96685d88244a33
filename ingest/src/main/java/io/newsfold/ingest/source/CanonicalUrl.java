package io.newsfold.ingest.source;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    private static final Pattern WEB = Pattern.compile("https?://[^/?#:]", Pattern.CASE_INSENSITIVE);

    private static final BasicURLNormalizer NORMALIZER =
            BasicURLNormalizer.newBuilder().queryParamsToRemove(TRACKING).build();

    /** One repair can lay open the next; no address that anybody uses takes more than two rounds. */
    private static final int MOST_ROUNDS = 8;

    private CanonicalUrl() {}

    /** Empty where {@code url} is not an http or https address with a host. What is canonical stays as it is. */
    public static Optional<String> of(String url) {
        String address = url.strip();
        int end = endOfPath(address);
        // the path first, by itself: the normaliser loses count where it shortens the path before a query
        return normal(address.substring(0, end))
                .flatMap(path -> normal(path + address.substring(end)))
                .filter(a -> a.length() <= 2_000);
    }

    private static int endOfPath(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }

    /** Normalised until nothing changes any more. */
    private static Optional<String> normal(String url) {
        String address = url;
        for (int round = 0; round < MOST_ROUNDS && WEB.matcher(address).lookingAt(); round++) {
            String next = NORMALIZER.filter(withoutCampaign(address));
            if (next == null) {
                return Optional.empty();
            }
            if (next.equals(address)) {
                return Optional.of(address);
            }
            address = next;
        }
        return Optional.empty();
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
