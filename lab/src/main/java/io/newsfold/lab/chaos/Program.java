package io.newsfold.lab.chaos;

import io.newsfold.cli.Child;
import io.newsfold.cli.Newsfold;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        try {
            return Child.java(log, Map.of(), main, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** Kills the process (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the process again where it has ended. */
    void ensureRunning() {
        if (!process.isAlive()) {
            process = start();
        }
    }

    /** Sends SIGTERM, and kills the process where it has not ended within 40 s. */
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

    /** Exit code of the ended process. */
    int exitCode() {
        return process.exitValue();
    }

    String name() {
        return name;
    }
}
