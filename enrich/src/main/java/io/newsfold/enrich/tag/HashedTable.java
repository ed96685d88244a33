package io.newsfold.enrich.tag;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * A map from strings to small numbers that keeps 40 bits of a hash in place of each string: ten bytes an entry in
 * memory, about three in a file. A look-up of a string that is not in the map finds an entry about once in a million
 * times. Immutable once read.
 */
public final class HashedTable {
    static final int ABSENT = -1;

    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int KEY_BITS = 40;
    private static final int VALUE_MASK = 0xffff;

    /** Lets small tables have free slots too. */
    private static final int SPARE_SLOTS = 64;

    /** The filter has at least so many times as many bits as there are entries: 4, as a power of two. */
    private static final int FILTER_FACTOR_BITS = 2;

    /** A number is written seven bits to a byte, the lowest first; the eighth bit says that more follow. */
    private static final int BITS_PER_BYTE = 7;

    private static final int MORE_FOLLOW = 1 << BITS_PER_BYTE;

    private final int[] keys; // the low 32 bits of a key, 0 for an empty slot; the slot stands for the others
    private final short[] values;

    /** A bit for each value that the first bits of a key can have: 1 where an entry has such a key. */
    private final long[] filter;

    /** How many of a key's bits choose a bit of the filter. */
    private final int filterBits;

    private HashedTable(int entries) {
        keys = new int[entries + (entries >>> 1) + SPARE_SLOTS]; // two of three slots are taken
        values = new short[keys.length];
        filterBits = Integer.SIZE - Integer.numberOfLeadingZeros(entries) + FILTER_FACTOR_BITS;
        filter = new long[(1 << filterBits) / Long.SIZE + 1];
    }

    /** The hash of the empty text: FNV-1a with 64 bits, which can go on from the hash of a beginning. */
    public static long start() {
        return FNV_OFFSET_BASIS;
    }

    /** The hash of a text, from the hash of its beginning and the rest. */
    public static long hash(long beginning, CharSequence rest) {
        long hash = beginning;
        for (int i = 0; i < rest.length(); i++) {
            hash = (hash ^ rest.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Replaces the hash of each of several beginnings by that of the beginning and the rest. */
    static void hashAll(long[] beginnings, String rest) {
        for (int i = 0; i < rest.length(); i++) {
            char next = rest.charAt(i);
            for (int k = 0; k < beginnings.length; k++) {
                beginnings[k] = (beginnings[k] ^ next) * FNV_PRIME;
            }
        }
    }

    /** The key of a hash: the first 40 of its bits after MurmurHash3's finalizer, which makes each depend on all. */
    public static long key(long hash) {
        long mixed = hash;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (mixed ^ (mixed >>> 33)) >>> (Long.SIZE - KEY_BITS);
    }

    /** The value of the text with this hash, 0 to 65,535, or {@link #ABSENT}. */
    int get(long hash) {
        long key = key(hash);
        if (!mayHave(key)) {
            return ABSENT;
        }
        int low = lowBits(key);
        for (int slot = firstSlot(key); keys[slot] != 0; slot = nextSlot(slot)) {
            if (keys[slot] == low) {
                return values[slot] & VALUE_MASK;
            }
        }
        return ABSENT;
    }

    /** Whether an entry has a key with the same first bits; an answer from a small part of the memory. */
    private boolean mayHave(long key) {
        int bit = filterBit(key);
        return (filter[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    private int filterBit(long key) {
        return (int) (key >>> (KEY_BITS - filterBits));
    }

    private void put(long key, int value) {
        filter[filterBit(key) / Long.SIZE] |= 1L << filterBit(key);
        int slot = firstSlot(key);
        while (keys[slot] != 0) {
            slot = nextSlot(slot);
        }
        keys[slot] = lowBits(key);
        values[slot] = (short) value;
    }

    /** The low 32 bits, of which 0 is taken for 1, because 0 is an empty slot. */
    private static int lowBits(long key) {
        int low = (int) key;
        return low == 0 ? 1 : low;
    }

    /** The slot where the search for a key begins: the key scaled from 40 bits to the number of slots. */
    private int firstSlot(long key) {
        return (int) ((key * keys.length) >>> KEY_BITS);
    }

    private int nextSlot(int slot) {
        return slot + 1 == keys.length ? 0 : slot + 1;
    }

    /** Reads what {@link #write} wrote. */
    static HashedTable read(DataInputStream in) throws IOException {
        int size = in.readInt();
        HashedTable table = new HashedTable(size);
        long[] sorted = new long[size];
        long key = 0;
        for (int i = 0; i < size; i++) {
            key += readVariable(in);
            sorted[i] = key;
        }
        for (int i = 0; i < size; i++) {
            table.put(sorted[i], (int) readVariable(in));
        }
        return table;
    }

    /**
     * Writes entries: their number, the distances of the keys, then the values, each in as few bytes as it needs.
     *
     * @param entries values, 0 to 65,535, by {@link #key}
     */
    public static void write(SortedMap<Long, Integer> entries, DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        long last = 0;
        for (long key : entries.keySet()) {
            writeVariable(key - last, out);
            last = key;
        }
        for (Map.Entry<Long, Integer> entry : entries.entrySet()) {
            writeVariable(entry.getValue(), out);
        }
    }

    private static long readVariable(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += BITS_PER_BYTE) {
            int next = in.readUnsignedByte();
            value |= (next & (MORE_FOLLOW - 1L)) << shift;
            if (next < MORE_FOLLOW) {
                return value;
            }
        }
    }

    private static void writeVariable(long value, DataOutputStream out) throws IOException {
        long rest = value;
        for (; rest >= MORE_FOLLOW; rest >>>= BITS_PER_BYTE) {
            out.writeByte((int) (rest & (MORE_FOLLOW - 1)) | MORE_FOLLOW);
        }
        out.writeByte((int) rest);
    }
}
