package io.newsfold.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives the outcomes of all deliveries of one article from their receipts. */
public final class Outcomes {
    private static final Comparator<Receipt> BY_FETCH = Comparator.comparing(Receipt::fetched)
            .thenComparing(receipt -> receipt.raw().partition())
            .thenComparing(receipt -> receipt.raw().offset());

    private Outcomes() {}

    /**
     * The outcomes by raw record.
     *
     * @param receipts all receipts of one article, in any order
     */
    public static Map<Coordinates, Outcome> of(List<Receipt> receipts) {
        @Nullable Instant withdrawal = lastWithdrawal(receipts);
        String current = CurrentVersion.of(fetches(receipts, withdrawal)).orElse("");
        List<Receipt> inOrder = new ArrayList<>(receipts);
        inOrder.sort(BY_FETCH);
        Map<Coordinates, Outcome> outcomes = new HashMap<>();
        Set<String> delivered = new HashSet<>();
        for (Receipt receipt : inOrder) {
            outcomes.put(receipt.raw(), outcome(receipt, withdrawal, current, delivered));
        }
        return outcomes;
    }

    private static @Nullable Instant lastWithdrawal(List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.version() == null)
                .map(Receipt::fetched)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Fetch times by version, without the withdrawn ones. */
    private static Map<String, List<Instant>> fetches(List<Receipt> receipts, @Nullable Instant withdrawal) {
        Map<String, List<Instant>> fetches = new HashMap<>();
        for (Receipt receipt : receipts) {
            String version = receipt.version();
            if (version != null && !CurrentVersion.isWithdrawn(receipt.fetched(), withdrawal)) {
                fetches.computeIfAbsent(version, v -> new ArrayList<>()).add(receipt.fetched());
            }
        }
        return fetches;
    }

    /** @param delivered versions of the receipts before this one; its own is added */
    private static Outcome outcome(
            Receipt receipt, @Nullable Instant withdrawal, String current, Set<String> delivered) {
        String version = receipt.version();
        if (version == null || CurrentVersion.isWithdrawn(receipt.fetched(), withdrawal)) {
            return Outcome.WITHDRAWN;
        }
        if (!delivered.add(version)) {
            return Outcome.UNCHANGED;
        }
        return version.equals(current) ? Outcome.PUBLISHED : Outcome.SUPERSEDED;
    }
}
