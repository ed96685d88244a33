package io.newsfold.enrich.match;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Append-only memory for packed fingerprints, each known by its address. */
final class FingerprintPages {
    private static final int FIRST_PAGE = 16 * 1024;
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private final MappedMemory memory;
    private final List<ByteBuffer> pages = new ArrayList<>();

    FingerprintPages(MappedMemory memory) {
        this.memory = memory;
    }

    /** Appends a packed fingerprint and returns its address. */
    long add(byte[] packed) {
        if (pages.isEmpty() || last().remaining() < packed.length) {
            int doubled = pages.isEmpty() ? FIRST_PAGE : Math.min(LARGEST_PAGE, last().capacity() * 2);
            pages.add(memory.allocate(Math.max(doubled, packed.length)));
        }
        long address = (long) (pages.size() - 1) << 32 | last().position();
        last().put(packed);
        return address;
    }

    /** The packed fingerprint at {@code address}. */
    PackedFingerprint at(long address) {
        return new PackedFingerprint(pages.get((int) (address >>> 32)), (int) address);
    }

    private ByteBuffer last() {
        return pages.get(pages.size() - 1);
    }
}
