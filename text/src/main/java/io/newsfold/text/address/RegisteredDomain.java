package io.newsfold.text.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of a host that somebody registered, by the Public Suffix List: two hosts with the same are one site. */
public final class RegisteredDomain {
    private static final Pattern NUMBERS = Pattern.compile("\\[.*|[\\d.]+");

    private RegisteredDomain() {}

    /** The domain of {@code host}; the host itself where it is a number, a suffix or a name without dots. */
    public static String of(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (NUMBERS.matcher(lower).matches()) {
            return lower;
        }
        String domain = EffectiveTldFinder.getAssignedDomain(lower, true, false);
        if (domain != null) {
            return domain;
        }
        return EffectiveTldFinder.getEffectiveTLD(lower) == null ? lastLabels(lower) : lower;
    }

    /** The domain under a suffix that the list does not have, such as a local one. */
    private static String lastLabels(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }
}
