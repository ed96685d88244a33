package io.newsfold.text.address;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The canonical form of addresses, as keys need it: normalised, and without parameters that only track readers. */
public final class CanonicalUrl {
    /**
     * Parameters that newsletters, social networks and advertisers add to links; never part of an article's identity.
     */
    private static final TreeSet<String> TRACKING = new TreeSet<>(List.of(
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

    /** One repair can reveal the next. No address in use takes more than two rounds. */
    private static final int MAX_ROUNDS = 8;

    private static final int MAX_CHARS = 2_000;

    private CanonicalUrl() {}

    /** Empty where {@code url} is not an http or https address with a host. A canonical address stays the same. */
    public static Optional<String> of(String url) {
        String address = url.strip();
        int end = endOfPath(address);
        // the path first, by itself: the normaliser miscounts where it shortens the path before a query
        return normalized(address.substring(0, end))
                .flatMap(path -> normalized(path + address.substring(end)))
                .filter(a -> a.length() <= MAX_CHARS);
    }

    private static int endOfPath(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }

    /** Normalises until nothing changes any more. */
    private static Optional<String> normalized(String url) {
        String address = url;
        for (int round = 0; round < MAX_ROUNDS && WEB.matcher(address).lookingAt(); round++) {
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
