package io.newsfold.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        @Nullable Instant withdrawal = lastWithdrawal(receipts).orElse(null);
        Optional<CurrentVersion> current = CurrentVersion.of(versions(receipts, withdrawal));
        List<Receipt> inOrder = new ArrayList<>(receipts);
        inOrder.sort(BY_FETCH);
        Map<Coordinates, Outcome> outcomes = new HashMap<>();
        Set<String> delivered = new HashSet<>();
        for (Receipt receipt : inOrder) {
            outcomes.put(receipt.raw(), outcome(receipt, withdrawal, current.orElse(null), delivered));
        }
        return outcomes;
    }

    /**
     * Why deliveries do not count, by raw record, those of a version that came back as well.
     *
     * @param receipts all receipts of one article, in any order
     */
    public static Map<Coordinates, SetAside> setAside(List<Receipt> receipts) {
        @Nullable Instant withdrawal = lastWithdrawal(receipts).orElse(null);
        Map<String, SetAside> versions = CurrentVersion.of(versions(receipts, withdrawal))
                .map(CurrentVersion::setAside)
                .orElse(Map.of());
        Map<Coordinates, SetAside> found = new HashMap<>();
        for (Receipt receipt : receipts) {
            SetAside why = receipt.version() == null ? null : versions.get(receipt.version());
            if (why != null && !CurrentVersion.isWithdrawn(receipt.fetched(), withdrawal)) {
                found.put(receipt.raw(), why);
            }
        }
        return found;
    }

    /**
     * The time of the last withdrawal; empty where there was none.
     *
     * @param receipts all receipts of one article, in any order
     */
    public static Optional<Instant> lastWithdrawal(List<Receipt> receipts) {
        return receipts.stream()
                .filter(receipt -> receipt.version() == null)
                .map(Receipt::fetched)
                .max(Comparator.naturalOrder());
    }

    /** The versions without the withdrawn ones. */
    private static List<ObservedVersion> versions(List<Receipt> receipts, @Nullable Instant withdrawal) {
        Map<String, List<Receipt>> byVersion = new HashMap<>();
        for (Receipt receipt : receipts) {
            String version = receipt.version();
            if (version != null && !CurrentVersion.isWithdrawn(receipt.fetched(), withdrawal)) {
                byVersion.computeIfAbsent(version, v -> new ArrayList<>()).add(receipt);
            }
        }
        return byVersion.entrySet().stream()
                .map(version -> new ObservedVersion(
                        version.getKey(),
                        version.getValue().stream().map(Receipt::fetched).toList(),
                        version.getValue().stream()
                                .map(Receipt::sketch)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())))
                .toList();
    }

    /** @param delivered versions of the receipts before this one; its own is added */
    private static Outcome outcome(
            Receipt receipt, @Nullable Instant withdrawal, @Nullable CurrentVersion current, Set<String> delivered) {
        String version = receipt.version();
        if (version == null || current == null || CurrentVersion.isWithdrawn(receipt.fetched(), withdrawal)) {
            return Outcome.WITHDRAWN;
        }
        if (!delivered.add(version)) {
            return Outcome.UNCHANGED;
        }
        if (current.setAside().containsKey(version)) {
            return Outcome.SET_ASIDE;
        }
        return version.equals(current.sha256()) ? Outcome.PUBLISHED : Outcome.SUPERSEDED;
    }
}
