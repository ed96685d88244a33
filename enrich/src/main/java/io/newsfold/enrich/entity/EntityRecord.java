package io.newsfold.enrich.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entity in a table. Numbers are written seven bits to a byte, the lowest first; an id of Wikidata as its
 * number, another one as 0 and a string; a string as its length and UTF-8; coordinates in millionths of a degree.
 */
final class EntityRecord {
    private static final int BITS_PER_BYTE = 7;
    private static final int MORE_FOLLOW = 1 << BITS_PER_BYTE;
    private static final double DEGREE = 1_000_000;
    private static final int NO_TYPE = EntityType.values().length;
    private static final EntityType[] TYPES = EntityType.values();

    private EntityRecord() {}

    static byte[] encode(TableEntity entity) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeId(entity.id(), out);
        EntityType type = entity.type();
        out.write(type == null ? NO_TYPE : type.ordinal());
        writeString(entity.name(), out);
        writeString(entity.description(), out);
        writeNumber(entity.sitelinks(), out);
        writeNumber(entity.population(), out);
        GeoPoint geo = entity.geo();
        out.write(geo == null ? 0 : 1);
        if (geo != null) {
            out.writeBytes(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt((int) Math.round(geo.latitude() * DEGREE))
                    .putInt((int) Math.round(geo.longitude() * DEGREE))
                    .array());
        }
        writeNumber(entity.relations().size(), out);
        entity.relations().forEach(id -> writeId(id, out));
        return out.toByteArray();
    }

    static TableEntity decode(ByteBuffer in) {
        String id = readId(in);
        int type = in.get();
        String name = readString(in);
        String description = readString(in);
        int sitelinks = (int) readNumber(in);
        long population = readNumber(in);
        GeoPoint geo = in.get() == 0 ? null : new GeoPoint(in.getInt() / DEGREE, in.getInt() / DEGREE);
        int count = (int) readNumber(in);
        List<String> relations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            relations.add(readId(in));
        }
        return new TableEntity(id, type(type), name, description, sitelinks, population, geo, relations);
    }

    private static @Nullable EntityType type(int number) {
        return number == NO_TYPE ? null : TYPES[number];
    }

    private static void writeId(String id, ByteArrayOutputStream out) {
        if (TableEntity.isWikidata(id)) {
            writeNumber(Long.parseLong(id.substring(1)), out);
        } else {
            writeNumber(0, out);
            writeString(id, out);
        }
    }

    private static String readId(ByteBuffer in) {
        long number = readNumber(in);
        return number == 0 ? readString(in) : "Q" + number;
    }

    private static void writeString(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(UTF_8);
        writeNumber(bytes.length, out);
        out.writeBytes(bytes);
    }

    private static String readString(ByteBuffer in) {
        byte[] bytes = new byte[(int) readNumber(in)];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static void writeNumber(long number, ByteArrayOutputStream out) {
        long rest = number;
        for (; rest >= MORE_FOLLOW; rest >>>= BITS_PER_BYTE) {
            out.write((int) (rest & (MORE_FOLLOW - 1)) | MORE_FOLLOW);
        }
        out.write((int) rest);
    }

    private static long readNumber(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += BITS_PER_BYTE) {
            int next = in.get() & 0xff;
            value |= (next & (MORE_FOLLOW - 1L)) << shift;
            if (next < MORE_FOLLOW) {
                return value;
            }
        }
    }
}
