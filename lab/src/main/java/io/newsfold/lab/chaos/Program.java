package io.newsfold.lab.chaos;

import io.newsfold.cli.Child;
import io.newsfold.cli.Newsfold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One program of the pipeline in a JVM of its own, which can be killed and started again. */
final class Program {
    private final String name;
    private final Class<?> main;
    private final String[] arguments;
    private final Path log;
    private Process process;
    private int starts;

    private Program(String name, Path folder, Class<?> main, String... arguments) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.main = main;
        this.arguments = arguments;
        this.process = start();
    }

    static Program newsfold(String name, Path folder, String... arguments) {
        return new Program(name, folder, Newsfold.class, arguments);
    }

    static Program broker(Path folder, int port) {
        return new Program(
                "broker", folder, ChaosBroker.class, folder.resolve("broker").toString(), Integer.toString(port));
    }

    private Process start() {
        starts++;
        try {
            return Child.java(log, Map.of(), main, arguments);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Ends it as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it where it does not run. */
    void ensureRunning() {
        if (!process.isAlive()) {
            process = start();
        }
    }

    /** Asks it to stop in good order, and kills it where it does not within 40 s. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Sends a signal, as {@code STOP} or {@code CONT}. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Exit code; only where it is not running. */
    int exitCode() {
        return process.exitValue();
    }

    String name() {
        return name;
    }

    int starts() {
        return starts;
    }
}
