package io.newsfold.lab.bench;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.InvalidEntityTableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** {@code newsfold bench entities TABLE}: the time to open a table of entities, and look-ups a second. */
public final class EntityTableBench {
    private static final int LOOK_UPS = 300_000;
    private static final double NANOS = 1e9;

    private EntityTableBench() {}

    public static void main(String[] arguments) throws IOException, InvalidEntityTableException {
        long start = System.nanoTime();
        EntityTable table = EntityTable.open(Path.of(arguments[0]));
        long opened = System.nanoTime();
        String[] names = new String[LOOK_UPS];
        Random random = new Random(2);
        for (int i = 0; i < names.length; i++) {
            names[i] = EntityDumpGenerator.name(random);
        }
        long begun = System.nanoTime();
        long found = 0;
        for (String name : names) {
            found += table.candidates(EntityType.ORGANISATION, name).size();
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "%,d entities, %,d names: opened in %.0f ms; %,.0f look-ups a second, %.2f entities found by each%n",
                table.size(),
                table.names(),
                (opened - start) / 1e6,
                LOOK_UPS / seconds,
                (double) found / LOOK_UPS);
    }
}
