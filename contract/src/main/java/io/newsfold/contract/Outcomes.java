package io.newsfold.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the fates of all deliveries of one article from their receipts. */
public final class Outcomes {
    /** A version's first and last sight after the last withdrawal. */
    private record Seen(Instant first, Instant last) {
        Seen and(Instant time) {
            return new Seen(time.isBefore(first) ? time : first, time.isAfter(last) ? time : last);
        }
    }

    private Outcomes() {}

    public static Map<Coordinates, Outcome> of(List<Receipt> receipts) {
        Instant withdrawn = receipts.stream()
                .filter(r -> r.version() == null)
                .map(Receipt::fetched)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        TreeMap<String, Seen> versions = new TreeMap<>();
        for (Receipt receipt : receipts) {
            if (receipt.version() != null && receipt.fetched().isAfter(withdrawn)) {
                versions.merge(
                        receipt.version(),
                        new Seen(receipt.fetched(), receipt.fetched()),
                        (seen, one) -> seen.and(one.first()));
            }
        }
        String current = versions.entrySet().stream()
                .max(Comparator.comparing(
                                (Map.Entry<String, Seen> v) -> v.getValue().last())
                        .thenComparing(v -> v.getValue().first())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
        Map<Coordinates, Outcome> fates = new HashMap<>();
        Set<String> delivered = new HashSet<>();
        List<Receipt> inOrder = new ArrayList<>(receipts);
        inOrder.sort(Comparator.comparing(Receipt::fetched)
                .thenComparing(r -> r.raw().partition())
                .thenComparing(r -> r.raw().offset()));
        for (Receipt receipt : inOrder) {
            fates.put(receipt.raw(), fate(receipt, withdrawn, current, delivered));
        }
        return fates;
    }

    private static Outcome fate(Receipt receipt, Instant withdrawn, String current, Set<String> delivered) {
        @Nullable String version = receipt.version();
        if (version == null || !receipt.fetched().isAfter(withdrawn)) {
            return Outcome.WITHDRAWN;
        }
        if (!delivered.add(version)) {
            return Outcome.UNCHANGED;
        }
        return version.equals(current) ? Outcome.PUBLISHED : Outcome.SUPERSEDED;
    }
}
