package io.newsfold.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Kills the programs of a pipeline in random order, or pauses one, while articles arrive, and compares the output
 * with an undisturbed run. {@code newsfold chaos --kills 100 --seed 7}: the same seed gives the same articles and the
 * same order of kills.
 */
public final class Chaos {
    private static final int LINES_PER_KILL = 12;
    private static final int LINES_PER_FILE = 40;
    private static final int LINES_PER_SECOND = 6;
    private static final int LEAST_FILES = 3;

    private Chaos() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = 100;
        long seed = System.nanoTime();
        Duration pause = Duration.ZERO;
        for (int i = 0; i < arguments.length; i += 2) {
            switch (i + 1 < arguments.length ? arguments[i] : "") {
                case "--kills" -> kills = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--stop" -> pause = Duration.ofSeconds(Long.parseLong(arguments[i + 1]));
                default -> {
                    System.err.println("newsfold chaos takes --kills N, --seed N and --stop SECONDS");
                    System.exit(2);
                }
            }
        }
        Path folder = Files.createTempDirectory("newsfold-chaos");
        System.out.println("seed " + seed + ", files in " + folder);
        ChaosResult result = pause.isZero() ? kill(folder, kills, seed) : pause(folder, pause, seed);
        System.out.println(result.sent() + " records sent, killed " + result.kills());
        result.faults().forEach(System.out::println);
        System.out.println(
                result.faults().isEmpty()
                        ? "0 lost, 0 doubled"
                        : result.faults().size() + " faults");
        System.exit(result.faults().isEmpty() ? 0 : 1);
    }

    /** Kills programs while articles arrive. */
    public static ChaosResult kill(Path folder, int kills, long seed) throws IOException, InterruptedException {
        return run(folder, seed, kills * LINES_PER_KILL, pipeline -> {
            for (int kill = 0; kill < kills; kill++) {
                pipeline.killOne();
            }
        });
    }

    /** Pauses one of two enrich processes while articles arrive. */
    public static ChaosResult pause(Path folder, Duration pause, long seed) throws IOException, InterruptedException {
        int lines = Math.toIntExact(pause.toSeconds()) * LINES_PER_SECOND;
        return run(folder, seed, lines, pipeline -> pipeline.pauseEnrich(pause));
    }

    private interface Disturbance {
        void apply(ChaosPipeline pipeline) throws IOException, InterruptedException;
    }

    /** Runs an undisturbed and a disturbed pipeline on the same articles. */
    private static ChaosResult run(Path folder, long seed, int lines, Disturbance disturbance)
            throws IOException, InterruptedException {
        Path feed = folder.resolve("feed");
        int sent = ChaosFeed.write(feed, seed, Math.max(LEAST_FILES, lines / LINES_PER_FILE), LINES_PER_FILE);
        Path out = folder.resolve("undisturbed").resolve("out");
        Program undisturbed = undisturbed(folder, feed, out);
        try (ChaosPipeline pipeline = new ChaosPipeline(folder, feed, seed, LINES_PER_SECOND)) {
            disturbance.apply(pipeline);
            pipeline.finish();
            while (undisturbed.isRunning()) {
                Thread.sleep(100);
            }
            List<String> faults = new OutputCheck(pipeline.client(), out, pipeline.out()).faults(sent);
            return new ChaosResult(seed, sent, pipeline.kills(), faults);
        } finally {
            undisturbed.kill();
        }
    }

    private static Program undisturbed(Path folder, Path feed, Path out) {
        return Program.newsfold(
                "undisturbed",
                folder,
                "run",
                "--once",
                "--quiet",
                "--feed",
                feed.toString(),
                "--data",
                folder.resolve("undisturbed").resolve("data").toString(),
                "--out",
                out.toString());
    }
}
