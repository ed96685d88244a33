package io.newsfold.cli.command;

import io.newsfold.cli.pipeline.FolderCheck;
import io.newsfold.enrich.stream.StorageException;
import io.newsfold.ingest.publish.SourceProducer;
import io.newsfold.ingest.source.InputException;
import io.newsfold.kafka.BrokerException;
import io.newsfold.sink.FolderBusyException;
import io.newsfold.sink.NoOutputException;
import io.newsfold.sink.OutputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Exit codes; turns an exception into one of them, and into one sentence on stderr. */
public final class ExitCodes implements IExecutionExceptionHandler {
    public static final int OK = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int SOME_REJECTED = 3;
    static final int INPUT = 4;
    static final int BROKER = 5;
    static final int NOT_AUTHORISED = 6;
    static final int OUTPUT = 7;
    static final int DOES_NOT_ADD_UP = 8;
    static final int STILL_AT_WORK = 9;

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        int code = code(e);
        if (code == INTERNAL) {
            LoggerFactory.getLogger(ExitCodes.class).error("internal error", e);
            command.getErr()
                    .println("newsfold: internal error, please report it: " + e + " (" + details(e, command) + ")");
        } else {
            command.getErr().println("newsfold: " + sentence(e));
        }
        command.getErr().flush();
        return code;
    }

    /** Says where the stack trace is; a command without a log prints it. */
    private static String details(Exception e, CommandLine command) {
        return switch (System.getProperty("newsfold.appender", "")) {
            case "file" -> "details in " + System.getProperty("newsfold.log");
            case "stderr" -> "details above";
            default -> {
                e.printStackTrace(command.getErr());
                yield "details above";
            }
        };
    }

    private static int code(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException || cause instanceof NoOutputException) {
                return INPUT;
            } else if (cause instanceof FolderBusyException) {
                return USAGE;
            } else if (cause instanceof OutputException || cause instanceof StorageException) {
                return OUTPUT;
            } else if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                return NOT_AUTHORISED;
            } else if (cause instanceof BrokerException || cause instanceof TimeoutException) {
                return BROKER;
            } else if (cause instanceof FileSystemException || isDiskFull(cause)) {
                return OUTPUT;
            } else if (cause instanceof IllegalArgumentException || cause instanceof SourceProducer.FencedException) {
                return USAGE;
            }
        }
        return INTERNAL;
    }

    private static String permission(Throwable cause) {
        return cause instanceof TopicAuthorizationException topics
                        && !topics.unauthorizedTopics().isEmpty()
                ? "no permission to see " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()))
                : String.valueOf(cause.getMessage()).replaceFirst("[.]$", "");
    }

    /** Java has no type for it. */
    private static boolean isDiskFull(Throwable e) {
        return e instanceof IOException && String.valueOf(e.getMessage()).startsWith("No space left");
    }

    private static String sentence(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file && e instanceof UncheckedIOException) {
                return FolderCheck.reason(Path.of(""), file);
            }
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                return "not authorised: " + permission(cause) + " (docs/operations.md, Permissions)";
            }
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
