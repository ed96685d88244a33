package io.newsfold.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a program in a JVM of its own. */
public final class Child {
    private Child() {}

    /**
     * Starts {@code newsfold}.
     *
     * @param log its output is appended to this file
     */
    public static Process newsfold(Path log, String... arguments) throws IOException {
        return java(log, Map.of(), Newsfold.class, arguments);
    }

    /**
     * Starts {@code newsfold} so that it heeds the signal of Ctrl-C: a program that a shell has started in the
     * background ignores it, and so do its children.
     */
    public static Process interruptible(Path log, String... arguments) throws IOException {
        List<String> command = command(List.of("-Xlog:disable"), Newsfold.class, arguments);
        command.addAll(0, List.of("env", "--default-signal=INT"));
        return start(log, Map.of(), command);
    }

    /** Starts any program of the class path. */
    public static Process java(Path log, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        return java(log, List.of("-Xlog:disable"), environment, main, arguments);
    }

    /**
     * As {@link #java(Path, Map, Class, String...)}.
     *
     * @param logging {@code -Xlog} options of the JVM
     */
    static Process java(
            Path log, List<String> logging, Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        return start(log, environment, command(logging, main, arguments));
    }

    private static List<String> command(List<String> logging, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(logging);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(Path log, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        return process.start();
    }
}
