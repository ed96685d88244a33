package io.newsfold.cli.doctor;

import io.newsfold.cli.doctor.Finding.Verdict;
import io.newsfold.cli.option.TaggerOptions;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.InvalidEntityTableException;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the tables of entities in the data folder can be read, and which versions they have. */
final class EntityTableCheck {
    private static final String CHECK = "entities";

    private EntityTableCheck() {}

    static Finding finding(Path data) {
        List<String> tables = new ArrayList<>();
        try {
            for (Path file : TaggerOptions.tablesIn(data)) {
                tables.add(describe(String.valueOf(file.getFileName()), EntityTable.open(file)));
            }
        } catch (InputException | IOException | InvalidEntityTableException e) {
            return Finding.failed(
                    CHECK, Verdict.MISCONFIGURED, String.valueOf(e.getMessage()), "newsfold help entities build");
        }
        tables.add(describe("ours", EntityTable.shipped()));
        return Finding.ok(CHECK, String.join(", ", tables));
    }

    private static String describe(String name, EntityTable table) {
        return String.format(Locale.ROOT, "%s %s (%,d)", name, table.version(), table.size());
    }
}
