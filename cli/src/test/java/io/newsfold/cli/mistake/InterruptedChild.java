package io.newsfold.cli.mistake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.cli.Child;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, which gets the signal of Ctrl-C once it is at work. */
final class InterruptedChild {
    /** More than a pipe holds: when all of it is written, the command has begun to read. */
    private static final int MORE_THAN_A_PIPE = 200_000;

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;

    private InterruptedChild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param ready as in {@link MistakeCase} */
    static Answer interrupt(Path log, String ready, List<String> arguments) throws IOException, InterruptedException {
        InterruptedChild child = new InterruptedChild(Child.interruptible(log, arguments.toArray(String[]::new)), log);
        try {
            child.await(ready);
            new ProcessBuilder("kill", "-INT", Long.toString(child.process.pid()))
                    .start()
                    .waitFor();
            boolean ended = child.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Answer.of(ended ? child.process.exitValue() : -1, Files.readString(log), "");
        } finally {
            child.process.destroyForcibly();
        }
    }

    private void await(String ready) throws IOException, InterruptedException {
        if (ready.equals("reads")) {
            OutputStream input = process.getOutputStream(); // stays open: the command waits for more
            input.write("\n".repeat(MORE_THAN_A_PIPE).getBytes(UTF_8));
            input.flush();
            return;
        }
        String what = ready.substring(ready.indexOf(' ') + 1);
        while (process.isAlive() && !(ready.startsWith("makes") ? exists(what) : hasPrinted(what))) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
    }

    private boolean hasPrinted(String words) throws IOException {
        return Files.readString(log).contains(words);
    }

    /** Whether there is a file with this beginning of its name. */
    private static boolean exists(String beginning) throws IOException {
        Path path = Path.of(beginning);
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().startsWith(beginning));
        }
    }
}
