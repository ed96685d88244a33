package io.newsfold.enrich.match;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packed prints that are added and never changed, each known by its address. */
final class FingerprintPages {
    private static final int FIRST_PAGE = 16 * 1024;
    private static final int LARGEST_PAGE = 64 * 1024 * 1024;

    private final MappedMemory scratch;
    private final List<ByteBuffer> pages = new ArrayList<>();

    FingerprintPages(MappedMemory scratch) {
        this.scratch = scratch;
    }

    /** The address of the piece from now on. */
    long add(byte[] piece) {
        if (pages.isEmpty() || last().remaining() < piece.length) {
            int doubled = pages.isEmpty() ? FIRST_PAGE : Math.min(LARGEST_PAGE, last().capacity() * 2);
            pages.add(scratch.allocate(Math.max(doubled, piece.length)));
        }
        long address = (long) (pages.size() - 1) << 32 | last().position();
        last().put(piece);
        return address;
    }

    /** The print at {@code address}. */
    PackedFingerprint at(long address) {
        return new PackedFingerprint(pages.get((int) (address >>> 32)), (int) address);
    }

    private ByteBuffer last() {
        return pages.get(pages.size() - 1);
    }
}
