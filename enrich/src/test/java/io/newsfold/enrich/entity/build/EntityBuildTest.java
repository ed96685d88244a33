package io.newsfold.enrich.entity.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newsfold.contract.EntityType;
import io.newsfold.contract.GeoPoint;
import io.newsfold.enrich.entity.EntityCandidate;
import io.newsfold.enrich.entity.EntityCandidate.Match;
import io.newsfold.enrich.entity.EntityTable;
import io.newsfold.enrich.entity.InvalidEntityTableException;
import io.newsfold.enrich.entity.TableEntity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityBuildTest {
    /** A town in a district in a country; the class of the town is a subclass of human settlement, and comes last. */
    private static final List<String> DUMP = List.of(
            "[",
            item(
                            101,
                            "Carrow",
                            "'P31':[" + is(901) + "],'P17':[" + is(103) + "],'P131':[" + is(102) + "],'P1082':["
                                    + snak("{'amount':'+12000','unit':'1'}", "normal") + "],'P625':["
                                    + snak("{'latitude':51.5,'longitude':-0.25}", "normal") + "]",
                            20)
                    + ",",
            item(102, "Carrowshire", "'P31':[" + is(82794) + "],'P131':[" + is(103) + "]", 9) + ",",
            item(103, "Carrowland", "'P31':[" + is(6256) + "]", 90) + ",",
            item(104, "Kari Berg", "'P31':[" + is(5) + "],'P27':[" + is(103) + "]", 12) + ",",
            item(105, "Carrow", "'P31':[" + is(4167410) + "]", 50) + ",",
            item(106, "Carrow beetle", "'P31':[" + is(16521) + "]", 50) + ",",
            item(107, "Little Known", "'P31':[" + is(5) + "]", 1) + ",",
            item(108, "Ranked", "'P31':[" + snak("{'id':'Q5'}", "deprecated") + "," + is(43229) + "]", 7) + ",",
            "{\"type\":\"property\",\"id\":\"P17\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"country\"}}},",
            item(901, "harbour town", "'P279':[" + is(902) + "]", 0) + ",",
            item(902, "port settlement", "'P279':[" + is(486972) + "]", 0),
            "]");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    EntityBuildTest() {}

    private static String is(long item) {
        return snak("{'entity-type':'item','numeric-id':" + item + ",'id':'Q" + item + "'}", "normal");
    }

    private static String snak(String value, String rank) {
        return "{'mainsnak':{'snaktype':'value','datavalue':{'value':" + value
                + ",'type':'x'}},'type':'statement','rank':'" + rank
                + "','qualifiers':{'P580':[{'datavalue':{'value':{'id':'Q1'}}}]}}";
    }

    private static String item(long id, String label, String claims, int sitelinks) {
        StringBuilder wikis = new StringBuilder();
        for (int i = 0; i < sitelinks; i++) {
            wikis.append(i == 0 ? "" : ",").append("'w").append(i).append("wiki':{'title':'x'}");
        }
        return ("{'type':'item','id':'Q" + id + "','labels':{'en':{'language':'en','value':'" + label
                        + "'},'de':{'language':'de','value':'" + label
                        + "burg'}},'descriptions':{'en':{'language':'en',"
                        + "'value':'a thing of " + label + "'}},'aliases':{'en':[{'language':'en','value':'Old " + label
                        + "'}]},'claims':{" + claims + "},'sitelinks':{" + wikis + "}}")
                .replace('\'', '"');
    }

    /** Hears nothing but what is unreadable, and can stop a build. */
    private static class Listener implements BuildProgress {
        private final List<String> unreadable = new ArrayList<>();
        private long resumedAt = -1;

        @Override
        public void resumed(long lines) {
            resumedAt = lines;
        }

        @Override
        public void read(long lines, long kept) {}

        @Override
        public void unreadable(String input, long line, String why) {
            unreadable.add(line + " " + why);
        }

        @Override
        public void written(long entities, long all) {}
    }

    private Path dump(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : name.endsWith(".bz2")
                        ? new BZip2CompressorOutputStream(Files.newOutputStream(file))
                        : Files.newOutputStream(file)) {
            out.write(String.join("\n", lines).getBytes(UTF_8));
        }
        return file;
    }

    private EntityBuild.Report build(Path table, Listener listener, Set<String> languages, Path... dumps)
            throws IOException {
        return new EntityBuild(new EntityBuild.Settings(languages, 3))
                .build(List.of(dumps).stream().map(Path::toString).toList(), table, listener);
    }

    private static TableEntity only(EntityTable table, EntityType type, String name) {
        List<EntityCandidate> found = table.candidates(type, name);
        assertThat(found).hasSize(1);
        return found.get(0).entity();
    }

    @Test
    void keepsWhatNewsNamesWithItsTypePlaceAndRelations() throws Exception {
        Path file = folder.resolve("table");
        EntityBuild.Report report = build(file, new Listener(), Set.of(), dump("dump.json", DUMP));
        EntityTable table = EntityTable.open(file);

        assertThat(report.entities()).isEqualTo(5);
        assertThat(report.unreadable()).isZero();
        assertThat(only(table, EntityType.PLACE, "Carrow"))
                .isEqualTo(new TableEntity(
                        "Q101",
                        EntityType.PLACE,
                        "Carrow",
                        "a thing of Carrow",
                        20,
                        12_000,
                        new GeoPoint(51.5, -0.25),
                        List.of("Q103", "Q102")));
        assertThat(only(table, EntityType.PLACE, "CARROWBURG").id()).isEqualTo("Q101");
        assertThat(only(table, EntityType.PERSON, "Old Kari Berg").type()).isEqualTo(EntityType.PERSON);
        assertThat(only(table, EntityType.ORGANISATION, "Ranked").type()).isEqualTo(EntityType.ORGANISATION);
        assertThat(table.candidates(EntityType.PERSON, "Little Known")).isEmpty();
        assertThat(table.candidates(EntityType.PLACE, "Carrow beetle")).isEmpty();
        assertThat(table.bySurname("Berg")).extracting(EntityCandidate::match).containsExactly(Match.SURNAME);
    }

    @Test
    void packedDumpsMakeTheSameTable() throws Exception {
        Path plain = folder.resolve("plain");
        Path gzip = folder.resolve("gzip");
        Path bzip = folder.resolve("bzip");
        build(plain, new Listener(), Set.of(), dump("dump.json", DUMP));
        build(gzip, new Listener(), Set.of(), dump("dump.json.gz", DUMP));
        build(bzip, new Listener(), Set.of(), dump("dump.json.bz2", DUMP));

        assertThat(gzip).hasSameBinaryContentAs(plain);
        assertThat(bzip).hasSameBinaryContentAs(plain);
        assertThat(folder.resolve("plain.build")).doesNotExist();
    }

    @Test
    void languagesCanBeChosen() throws Exception {
        Path file = folder.resolve("table");
        build(file, new Listener(), Set.of("en"), dump("dump.json", DUMP));

        assertThat(EntityTable.open(file).candidates(EntityType.PLACE, "Carrowburg"))
                .isEmpty();
    }

    @Test
    void aBrokenLineIsReportedAndTheOthersAreKept() throws Exception {
        List<String> lines = new ArrayList<>(DUMP);
        lines.add(3, "{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{");
        lines.add(4, "not JSON");
        Path file = folder.resolve("table");
        Listener listener = new Listener();

        EntityBuild.Report report = build(file, listener, Set.of(), dump("dump.json", lines));

        assertThat(report.unreadable()).isEqualTo(2);
        assertThat(report.entities()).isEqualTo(5);
        assertThat(listener.unreadable).hasSize(2).first().asString().startsWith("4 ");
    }

    @Test
    void aBuildThatWasStoppedGoesOn() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            lines.add(item(10_000 + i, "Person N" + i, "'P31':[" + is(5) + "]", 3));
        }
        Path dump = dump("dump.json", lines);
        Path whole = folder.resolve("whole");
        build(whole, new Listener(), Set.of(), dump);
        Path resumed = folder.resolve("resumed");
        Listener stopping = new Listener() {
            @Override
            public void read(long read, long kept) {
                if (read >= 40_000) {
                    throw new IllegalStateException("killed");
                }
            }
        };

        assertThatThrownBy(() -> build(resumed, stopping, Set.of(), dump)).hasMessage("killed");
        Listener second = new Listener();
        build(resumed, second, Set.of(), dump);

        assertThat(second.resumedAt).isEqualTo(40_000);
        assertThat(resumed).hasSameBinaryContentAs(whole);
    }

    @Test
    void listsOfOnesOwnAreReadToo() throws Exception {
        Path csv = dump(
                "own.csv",
                List.of(
                        "id,name,aliases,type,description,sitelinks,latitude,longitude,relations",
                        "team-1,Carrow Rovers,Rovers|The Rovers,organisation,football club,4,,,Q103",
                        "x,No Type,,thing,,,,,"));
        Path json = dump(
                "own.jsonl",
                List.of("{\"id\":\"Q7\",\"name\":\"Quay\",\"type\":\"place\",\"latitude\":1,\"longitude\":2}"));
        Path file = folder.resolve("table");
        Listener listener = new Listener();

        EntityBuild.Report report = build(file, listener, Set.of(), csv, json);
        EntityTable table = EntityTable.open(file);

        assertThat(report.entities()).isEqualTo(2);
        assertThat(listener.unreadable).containsExactly("3 there is no type \"thing\"");
        assertThat(only(table, EntityType.ORGANISATION, "Rovers").relations()).containsExactly("Q103");
        assertThat(only(table, EntityType.PLACE, "Quay").geo()).isEqualTo(new GeoPoint(1, 2));
    }

    @Test
    void aDamagedTableIsNoTable() throws Exception {
        Path file = folder.resolve("table");
        build(file, new Listener(), Set.of(), dump("dump.json", DUMP));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        Path other = Files.writeString(folder.resolve("other"), "something else");

        assertThatThrownBy(() -> EntityTable.open(file))
                .isInstanceOf(InvalidEntityTableException.class)
                .hasMessageContaining("is damaged");
        assertThatThrownBy(() -> EntityTable.open(other))
                .isInstanceOf(InvalidEntityTableException.class)
                .hasMessageContaining("is no table of entities");
    }
}
