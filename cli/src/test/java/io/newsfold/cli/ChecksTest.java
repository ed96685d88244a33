package io.newsfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.cli.pipeline.DataLock;
import io.newsfold.cli.pipeline.EmbeddedBroker;
import io.newsfold.contract.InternalTopics;
import io.newsfold.kafka.Cluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would fail later is told before anything starts, and nothing is left behind. */
class ChecksTest {
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    ChecksTest() {}

    @Test
    void aPortThatIsNoneOrTakenIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(
                    "--port 99999 is not a port: choose one from 0 to 65535, 0 for a free one",
                    run("--port", "99999"),
                    process("desk", "--port", "99999"));
            assertRefused(
                    "port " + port + " on 127.0.0.1 is taken: choose another with --port",
                    run("--port", port),
                    process("desk", "--port", port));
            assertRefused(
                    "port " + port + " on 127.0.0.1 is taken: choose another with --health",
                    run("--health", port),
                    process("enrich", "--health", port),
                    process("sink", "--health", port, "--out", out()));
        }
    }

    @Test
    void anAddressWithoutATokenIsTold() {
        assertRefused(
                "to listen on 0.0.0.0, where others can reach it, the desk needs a token: --token-file FILE",
                run("--bind", "0.0.0.0"),
                process("desk", "--bind", "0.0.0.0"));
    }

    @Test
    void aTokenThatCannotBeReadIsAnInputError() {
        Run run = run("--token-file", folder.resolve("none").toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.stderr())
                .isEqualTo("newsfold: there is no file " + folder.resolve("none") + " (--token-file)\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void numbersBelowOneAreTold() {
        assertRefused("--partitions, --shards and --threads are at least 1, not 2, 0, 2", run("--shards", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run --data", "run --out", "enrich --data", "desk --data", "sink --out"})
    void aFileInThePlaceOfAFolderIsNotWritable(String what) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String[] words = what.split(" ", -1);
        List<String> arguments = new ArrayList<>(List.of(words[0], words[1], file.resolve("inside") + ""));
        if (words[0].equals("run")) {
            arguments.addAll(List.of("--no-feed", "--port", "0", words[1].equals("--out") ? "--data" : "--out", out()));
        } else {
            arguments.addAll(List.of("--bootstrap-servers", NOWHERE));
        }

        Run run = Run.command(folder, arguments.toArray(String[]::new));

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.stderr())
                .isEqualTo("newsfold: " + words[1] + " " + file.resolve("inside")
                        + " is not a folder that can be written: " + file + " is a file\n");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**/out");
    }

    @Test
    void aSecondProcessOnOneDataFolderIsTold() {
        try (DataLock first = DataLock.of(folder.resolve("data"));
                DataLock job = DataLock.of(folder.resolve("data").resolve("state"))) {
            assertThat(first).isNotNull();
            assertThat(job).isNotNull();

            Run run = run("--port", "0");
            Run enrich = process("enrich");

            assertThat(List.of(run, enrich)).extracting(Run::code).containsOnly(2);
            assertThat(run.stderr())
                    .isEqualTo("newsfold: another newsfold works on " + data()
                            + ": stop it, or name another folder with --data\n");
            assertThat(enrich.stderr()).startsWith("newsfold: another newsfold works on " + data() + "/state: ");
        }
    }

    @Test
    void aSecondSinkOnOneFolderIsTold() throws IOException {
        Files.createDirectory(Path.of(out()));
        try (FileChannel first =
                FileChannel.open(Path.of(out(), ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            first.lock();

            List<Run> second = List.of(run("--port", "0"), process("sink", "--out", out()));

            assertThat(second).extracting(Run::code).containsOnly(2);
            assertThat(second)
                    .extracting(Run::stderr)
                    .containsOnly("newsfold: another program writes to " + out()
                            + ": stop it, or name another folder with --out\n");
        }
        assertThat(Path.of(data())).doesNotExist();
    }

    @Test
    void topicsThatAreMissingOrOfOtherNumbersAreTold() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                Cluster cluster = new Cluster(broker.client());
                Admin admin = Admin.create(broker.client())) {
            Run replay = Run.command(
                    folder,
                    "replay",
                    Run.SEED_FEED.toString(),
                    "--bootstrap-servers",
                    broker.address(),
                    "--data",
                    data());
            cluster.createTopics(2);
            assertThat(cluster.shards()).isZero();
            admin.createTopics(Stream.of(InternalTopics.PAIRS, InternalTopics.SHARDS)
                            .map(name -> new NewTopic(InternalTopics.repartition(name), 3, (short) 1))
                            .toList())
                    .all()
                    .get();

            Run shards = Run.command(
                    folder, "enrich", "--bootstrap-servers", broker.address(), "--data", data(), "--shards", "2");
            Run partitions = Run.command(
                    folder, "sink", "--bootstrap-servers", broker.address(), "--out", out(), "--partitions", "3");

            assertThat(replay.stderr())
                    .isEqualTo("newsfold: the cluster has no topic articles.raw: start newsfold run or newsfold enrich"
                            + " first\n");
            assertThat(Map.of(shards.code(), shards.stderr().lines().toList()))
                    .isEqualTo(Map.of(
                            2,
                            List.of("newsfold: the job on this cluster has 3 shards, not 2: start with --shards 3, or"
                                    + " rebuild everything (docs/operations.md, Backup and restore)")));
            assertThat(Map.of(partitions.code(), partitions.stderr().lines().toList()))
                    .isEqualTo(Map.of(
                            2,
                            List.of("newsfold: the topics of this cluster have 2 partitions, not 3: leave"
                                    + " --partitions out, or copy them (docs/operations.md, More partitions)")));
        }
        assertThat(Path.of(data())).doesNotExist();
        assertThat(Path.of(out())).doesNotExist();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private Run run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--no-feed", "--data", data(), "--out", out()));
        arguments.addAll(List.of(options));
        return Run.command(folder, arguments.toArray(String[]::new));
    }

    /** Runs a command on a cluster that does not answer: its checks come before. */
    private Run process(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bootstrap-servers", NOWHERE, "--data", data()));
        arguments.addAll(List.of(options));
        return Run.command(folder, arguments.toArray(String[]::new));
    }

    private void assertRefused(String sentence, Run... runs) {
        assertThat(List.of(runs)).extracting(Run::code).containsOnly(2);
        assertThat(List.of(runs)).extracting(Run::stderr).containsOnly("newsfold: " + sentence + "\n");
        assertThat(folder).isEmptyDirectory();
    }
}
