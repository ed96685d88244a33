package io.newsfold.enrich.entity.build;

import io.newsfold.enrich.entity.EntityName;
import io.newsfold.enrich.entity.TableEntity;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An entity of a dump or list, before its class is known.
 *
 * @param entity of a type where a list gives it; none where a dump gives classes
 * @param classes numbers of the items of which it is an instance, or none
 * @param regions numbers of the items in which it lies, the smallest ones, or none
 */
record ListedEntity(TableEntity entity, List<EntityName> names, List<Long> classes, List<Long> regions) {
    ListedEntity {
        names = List.copyOf(names);
        classes = List.copyOf(classes);
        regions = List.copyOf(regions);
    }

    void write(DataOutputStream out) throws IOException {
        byte[] bytes = entity.toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
        write(classes, out);
        write(regions, out);
        out.writeInt(names.size());
        for (EntityName name : names) {
            out.writeBoolean(name.isLabel());
            out.writeUTF(name.name());
        }
    }

    private static void write(List<Long> numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.size());
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    static ListedEntity read(DataInputStream in) throws IOException {
        TableEntity entity = TableEntity.of(in.readNBytes(in.readInt()));
        List<Long> classes = readNumbers(in);
        List<Long> regions = readNumbers(in);
        int size = in.readInt();
        List<EntityName> names = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            boolean isLabel = in.readBoolean();
            names.add(new EntityName(in.readUTF(), isLabel));
        }
        return new ListedEntity(entity, names, classes, regions);
    }

    private static List<Long> readNumbers(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Long> numbers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            numbers.add(in.readLong());
        }
        return numbers;
    }
}
