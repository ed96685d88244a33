package io.newsfold.cli.mistake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Runs command lines: in this process, or in one of their own where they get a signal. Standard input is empty. */
public final class MistakeRun implements AutoCloseable {
    private static final Set<String> WITHOUT_DATA = Set.of(
            "classify",
            "clean",
            "tag",
            "entities",
            "entities build",
            "entities find",
            "compact",
            "verify",
            "rejected",
            "schemas",
            "completion",
            "help");
    private static final Set<String> WITH_OUT = Set.of("where", "audit", "erasure-receipt", "doctor", "reset");

    private static final int PATIENCE_SECONDS = 120;

    private final Surroundings surroundings;
    private final Function<List<String>, Answer> command;
    private final InputStream input = System.in;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** @param command runs a command line in this process */
    public MistakeRun(Surroundings surroundings, Function<List<String>, Answer> command) {
        this.surroundings = surroundings;
        this.command = command;
        System.setIn(new ByteArrayInputStream(new byte[0]));
    }

    public Answer answer(MistakeCase made) throws IOException, InterruptedException {
        surroundings.next();
        List<String> arguments = new ArrayList<>();
        made.words().forEach(word -> arguments.addAll(surroundings.arguments(word)));
        addDefaults(made.command(), arguments);
        if (made.ready() == null) {
            return awaitEnd(arguments);
        }
        List<String> ready = new ArrayList<>();
        for (String word : made.ready().split(" ", -1)) {
            ready.addAll(surroundings.arguments(word));
        }
        return InterruptedChild.interrupt(surroundings.log(), String.join(" ", ready), arguments);
    }

    /** A command that goes on in spite of its mistake is a fault, and ends here. */
    private Answer awaitEnd(List<String> arguments) throws InterruptedException {
        Future<Answer> answer = thread.submit(() -> command.apply(arguments));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Answer(-1, List.of("went on"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.join(" ", arguments), e);
        }
    }

    private void addDefaults(String name, List<String> arguments) {
        Map<String, String> defaults = new HashMap<>();
        if (!WITHOUT_DATA.contains(name)) {
            defaults.put("--data", "DATA");
            if (!name.equals("reset")) {
                defaults.put("--kafka-config", "PATIENT"); // a broker on a busy machine is slow, not gone
            }
        }
        if (WITH_OUT.contains(name)) {
            defaults.put("--out", "OUT");
        }
        defaults.forEach((option, word) -> {
            if (!arguments.contains(option)) {
                arguments.add(option);
                arguments.addAll(surroundings.arguments(word));
            }
        });
    }

    /** The sentence of an answer that the table shows, with words for what differs between machines. */
    public String sentence(MistakeCase made, Answer answer) {
        return surroundings.described(made.ready() == null ? answer.first() : answer.last());
    }

    @Override
    public void close() {
        thread.shutdownNow();
        System.setIn(input);
    }
}
