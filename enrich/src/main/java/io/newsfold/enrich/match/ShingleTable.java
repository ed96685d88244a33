package io.newsfold.enrich.match;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/** Which articles have a shingle: an open-addressed table beside the heap, eight bytes a slot. Articles of one shingle are a chain, the latest first. */
final class ShingleTable {
    private static final int SLOT = 8;
    private static final int EMPTY = 0;

    private final MappedMemory scratch;
    private ByteBuffer slots; // shingle, then 1 + number of the article, or minus the address of a chain link
    private ByteBuffer links; // number of the article, then what a slot holds
    private int capacity = 256;
    private int used;
    private int nextLink = SLOT;

    ShingleTable(MappedMemory scratch) {
        this.scratch = scratch;
        this.slots = scratch.allocate(capacity * SLOT);
        this.links = scratch.allocate(256 * SLOT);
    }

    void add(int shingle, int article) {
        int slot = slot(slots, capacity, shingle);
        int held = slots.getInt(slot + 4);
        if (held == EMPTY) {
            slots.putInt(slot, shingle);
            slots.putInt(slot + 4, article + 1);
            used++;
            if (used * 2L > capacity) {
                grow();
            }
        } else {
            slots.putInt(slot + 4, -link(article, held));
        }
    }

    /** All articles that have {@code shingle}. */
    void forEach(int shingle, IntConsumer taker) {
        int held = slots.getInt(slot(slots, capacity, shingle) + 4);
        while (held < 0) {
            taker.accept(links.getInt(-held));
            held = links.getInt(4 - held);
        }
        if (held > 0) {
            taker.accept(held - 1);
        }
    }

    /** Where the shingle is, or would be. */
    private static int slot(ByteBuffer slots, int capacity, int shingle) {
        int slot = (shingle * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(capacity));
        while (slots.getInt(slot * SLOT + 4) != EMPTY && slots.getInt(slot * SLOT) != shingle) {
            slot = (slot + 1) & (capacity - 1);
        }
        return slot * SLOT;
    }

    private int link(int article, int held) {
        if (nextLink == links.capacity()) {
            ByteBuffer larger = scratch.allocate(Math.multiplyExact(links.capacity(), 2));
            larger.put(0, links, 0, links.capacity());
            links = larger;
        }
        int link = nextLink;
        links.putInt(link, article);
        links.putInt(link + 4, held);
        nextLink += SLOT;
        return link;
    }

    private void grow() {
        int doubled = Math.multiplyExact(capacity, 2);
        ByteBuffer larger = scratch.allocate(Math.multiplyExact(doubled, SLOT));
        for (int i = 0; i < capacity; i++) {
            int held = slots.getInt(i * SLOT + 4);
            if (held != EMPTY) {
                int shingle = slots.getInt(i * SLOT);
                int slot = slot(larger, doubled, shingle);
                larger.putInt(slot, shingle);
                larger.putInt(slot + 4, held);
            }
        }
        slots = larger;
        capacity = doubled;
    }
}
