package io.newsfold.enrich.match;

import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/**
 * Posting lists of shingles: an open-addressed hash table outside the heap, eight bytes a slot. The articles of one
 * shingle form a chain, the latest first.
 */
final class ShingleTable {
    private static final int SLOT = 8;
    private static final int EMPTY = 0;

    private final MappedMemory memory;
    private ByteBuffer slots; // shingle, then 1 + article number, or minus the offset of a chain link
    private ByteBuffer links; // article number, then the former content of the slot
    private int capacity = 256;
    private int used;
    private int nextLink = SLOT;

    ShingleTable(MappedMemory memory) {
        this.memory = memory;
        this.slots = memory.allocate(capacity * SLOT);
        this.links = memory.allocate(256 * SLOT);
    }

    void add(int shingle, int article) {
        int slot = slot(slots, capacity, shingle);
        int content = slots.getInt(slot + 4);
        if (content == EMPTY) {
            slots.putInt(slot, shingle);
            slots.putInt(slot + 4, article + 1);
            used++;
            if (used * 2L > capacity) {
                grow();
            }
        } else {
            slots.putInt(slot + 4, -link(article, content));
        }
    }

    /** All articles that have {@code shingle}. */
    void forEach(int shingle, IntConsumer consumer) {
        int content = slots.getInt(slot(slots, capacity, shingle) + 4);
        while (content < 0) {
            consumer.accept(links.getInt(-content));
            content = links.getInt(4 - content);
        }
        if (content > 0) {
            consumer.accept(content - 1);
        }
    }

    /** Offset of the slot that has the shingle, or that would get it. */
    private static int slot(ByteBuffer slots, int capacity, int shingle) {
        int slot = (shingle * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(capacity));
        while (slots.getInt(slot * SLOT + 4) != EMPTY && slots.getInt(slot * SLOT) != shingle) {
            slot = (slot + 1) & (capacity - 1);
        }
        return slot * SLOT;
    }

    private int link(int article, int content) {
        if (nextLink == links.capacity()) {
            ByteBuffer larger = memory.allocate(Math.multiplyExact(links.capacity(), 2));
            larger.put(0, links, 0, links.capacity());
            links = larger;
        }
        int link = nextLink;
        links.putInt(link, article);
        links.putInt(link + 4, content);
        nextLink += SLOT;
        return link;
    }

    private void grow() {
        int doubled = Math.multiplyExact(capacity, 2);
        ByteBuffer larger = memory.allocate(Math.multiplyExact(doubled, SLOT));
        for (int i = 0; i < capacity; i++) {
            int content = slots.getInt(i * SLOT + 4);
            if (content != EMPTY) {
                int shingle = slots.getInt(i * SLOT);
                int slot = slot(larger, doubled, shingle);
                larger.putInt(slot, shingle);
                larger.putInt(slot + 4, content);
            }
        }
        slots = larger;
        capacity = doubled;
    }
}
