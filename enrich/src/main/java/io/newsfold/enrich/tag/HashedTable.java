package io.newsfold.enrich.tag;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/**
 * A map from strings to small numbers that keeps 40 bits of a hash in place of each string: six bytes an entry in memory, some three in a file. A string
 * that was never put in is found all the same about once in a million times. Immutable.
 */
public final class HashedTable {
    static final int ABSENT = -1;
    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int BITS = 40;

    private final int[] keys;
    private final short[] values;

    private HashedTable(int size) {
        keys = new int[size + (size >>> 1) + 64];
        values = new short[keys.length];
    }

    /** Where hashing begins: FNV-1a of 64 bits, which can go on from the hash of a beginning. */
    public static long start() {
        return START;
    }

    /** The hash of what was hashed, and then the text. */
    public static long hash(long before, CharSequence text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** What a table keeps of a hash: its bits well mixed, the first 40. */
    public static long key(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (h ^ (h >>> 33)) >>> (64 - BITS);
    }

    /** The value of a text by its hash, 0 to 65,535, or {@link #ABSENT}. */
    int get(long hash) {
        long key = key(hash);
        int low = low(key);
        for (int slot = slot(key); keys[slot] != 0; slot = next(slot)) {
            if (keys[slot] == low) {
                return values[slot] & 0xffff;
            }
        }
        return ABSENT;
    }

    private void put(long key, int value) {
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = next(slot);
        }
        keys[slot] = low(key);
        values[slot] = (short) value;
    }

    private static int low(long key) {
        int low = (int) key;
        return low == 0 ? 1 : low;
    }

    private int slot(long key) {
        return (int) ((key * keys.length) >>> BITS);
    }

    private int next(int slot) {
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

    /** Writes the entries, keys by {@link #key}: first the distances of the keys, then the values, each in as few bytes as it needs. */
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
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    private static void writeVariable(long value, DataOutputStream out) throws IOException {
        long rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
        }
        out.writeByte((int) rest);
    }
}
