package io.newsfold.enrich.match;

import io.newsfold.contract.Fingerprint;

/** A fingerprint, packed once, for {@link MatchIndex} to search with and to store. */
public final class SearchableFingerprint {
    private final Fingerprint fingerprint;
    private final byte[] bytes;
    private final PackedFingerprint packed;

    private SearchableFingerprint(Fingerprint fingerprint, byte[] bytes) {
        this.fingerprint = fingerprint;
        this.bytes = bytes;
        this.packed = PackedFingerprint.of(bytes);
    }

    /** @param version position of the fingerprint in the order of all fingerprints */
    public static SearchableFingerprint of(Fingerprint fingerprint, long version) {
        return new SearchableFingerprint(fingerprint, FingerprintPacker.pack(fingerprint, version));
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    PackedFingerprint packed() {
        return packed;
    }

    /** The packed form; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}
