package io.newsfold.desk.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code newsfold bench}: measures. */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
