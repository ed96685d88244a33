package io.newsfold.enrich.entity.build;

import io.newsfold.enrich.entity.EntityTableWriter;
import io.newsfold.enrich.entity.TableEntity;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds a table of entities from dumps and lists. First all lines are read, and what may be kept goes to a file
 * ({@link DumpSpool}), because a class may stand behind its instances; then the types are looked up, and the table is
 * written, the best known entity first. The result depends on the lines and the settings alone.
 *
 * <p>Memory does not grow with the lines, but by 16 bytes for each subclass and region and 17 for each entity kept.
 */
public final class EntityBuild {
    /** Regions of regions are looked up so far: quarter, city, district, province, country. */
    private static final int REGION_LEVELS = 5;

    /** Low bits of a sort key: the place in the spool, up to 16 TiB; above them the sitelinks, upside down. */
    private static final int PLACE_BITS = 44;

    private static final int MOST_SITELINKS = (1 << (Long.SIZE - 1 - PLACE_BITS)) - 1;

    private final Settings settings;

    /**
     * What is kept.
     *
     * @param languages codes of Wikidata's whose names are kept; empty for all
     * @param minSitelinks entities with fewer are left out, as far as the dump has sitelinks at all
     */
    public record Settings(Set<String> languages, int minSitelinks) {
        public Settings {
            languages = Set.copyOf(languages);
        }

        String description() {
            return String.join(",", languages.stream().sorted().toList()) + " " + minSitelinks;
        }
    }

    /**
     * What a build did.
     *
     * @param lines lines read
     * @param unreadable lines that were no entity
     * @param entities entities in the table
     * @param ofNoType entities left out because of their class
     * @param littleKnown entities left out because of few sitelinks
     * @param twice entities left out because another with the id came before
     */
    public record Report(long lines, long unreadable, long entities, long ofNoType, long littleKnown, long twice) {}

    public EntityBuild(Settings settings) {
        this.settings = settings;
    }

    /**
     * Builds a table; none where there is no entity. What was read stays in a folder beside it until the end, so that a
     * build that was stopped goes on where it was.
     *
     * @param inputs dumps and lists, {@code -} for standard input
     * @throws IOException if an input cannot be read or the table cannot be written
     */
    public Report build(List<String> inputs, Path table, BuildProgress progress) throws IOException {
        Path folder = table.resolveSibling(table.getFileName() + ".build");
        Report report;
        try (DumpSpool spool = DumpSpool.open(folder, inputs, settings, progress)) {
            spool.readAll();
            report = write(spool, table, progress);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return report;
    }

    private Report write(DumpSpool spool, Path table, BuildProgress progress) throws IOException {
        EntityClasses classes = new EntityClasses(IdPairs.read(spool.superclasses()));
        IdPairs regions = IdPairs.read(spool.regions());
        int minSitelinks = spool.hasSitelinks() ? settings.minSitelinks() : 0;
        LongOpenHashSet ids = new LongOpenHashSet();
        long[] order = new long[1024];
        int kept = 0;
        long ofNoType = 0;
        long littleKnown = 0;
        long twice = 0;
        try (DataInputStream in = spool.entities()) {
            for (long place = 0; place < spool.length(); ) {
                int length = in.readInt();
                ListedEntity entity = ListedEntity.read(in);
                boolean isOwn = entity.entity().type() != null;
                if (!isOwn && !classes.isKept(entity.classes())) {
                    ofNoType++;
                } else if (!isOwn && entity.entity().sitelinks() < minSitelinks) {
                    littleKnown++;
                } else if (!ids.add(hash(entity.entity().id()))) {
                    twice++;
                } else {
                    order = LongArrays.grow(order, kept + 1);
                    int sitelinks = Math.min(MOST_SITELINKS, entity.entity().sitelinks());
                    order[kept++] = (long) (MOST_SITELINKS - sitelinks) << PLACE_BITS | place;
                }
                place += Integer.BYTES + length;
            }
        }
        Report report = new Report(spool.lines(), spool.unreadable(), kept, ofNoType, littleKnown, twice);
        if (kept == 0) {
            return report; // a table of nothing would replace one
        }
        LongArrays.quickSort(order, 0, kept);
        try (EntityTableWriter writer = new EntityTableWriter(table.resolveSibling(table.getFileName() + ".build"));
                RandomAccessFile file = new RandomAccessFile(spool.file().toFile(), "r")) {
            for (int i = 0; i < kept; i++) {
                file.seek(order[i] & ((1L << PLACE_BITS) - 1));
                byte[] bytes = new byte[file.readInt()];
                file.readFully(bytes);
                ListedEntity listed = ListedEntity.read(new DataInputStream(new ByteArrayInputStream(bytes)));
                writer.add(typed(listed, classes, regions), listed.names());
                progress.written(i + 1, kept);
            }
            writer.finish(table);
        }
        return report;
    }

    /** 64 bits of an id, which are its number where it is Wikidata's. */
    private static long hash(String id) {
        if (TableEntity.isWikidata(id)) {
            return Long.parseLong(id.substring(1));
        }
        long hash = Long.MIN_VALUE;
        for (int i = 0; i < id.length(); i++) {
            hash = hash * 1_000_003 + id.charAt(i);
        }
        return hash | Long.MIN_VALUE;
    }

    /** The entity with its type, and with all regions in which its regions lie. */
    private static TableEntity typed(ListedEntity listed, EntityClasses classes, IdPairs regions) {
        TableEntity entity = listed.entity();
        Set<String> relations = new LinkedHashSet<>(entity.relations());
        Set<Long> level = new LinkedHashSet<>(listed.regions());
        for (int i = 0; i < REGION_LEVELS && !level.isEmpty(); i++) {
            Set<Long> above = new LinkedHashSet<>();
            level.forEach(region -> above.addAll(regions.above(region)));
            above.removeIf(region -> !relations.add("Q" + region));
            level = above;
        }
        return new TableEntity(
                entity.id(),
                entity.type() == null ? classes.type(listed.classes()) : entity.type(),
                entity.name(),
                entity.description(),
                entity.sitelinks(),
                entity.population(),
                entity.geo(),
                new ArrayList<>(relations));
    }
}
