package io.newsfold.cli.option;

import io.newsfold.enrich.classify.InvalidTopicRulesException;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The rules by which articles get their topics. */
public final class TopicRulesOption {
    @Option(
            names = "--topic-rules",
            paramLabel = "FILE",
            description = "your own rules of topics; newsfold classify --print-rules prints ours to begin with")
    private @Nullable Path file;

    /**
     * The rules, ours where no file is given.
     *
     * @throws InputException where the file cannot be read
     */
    public TopicRules rules() {
        if (file == null) {
            return TopicRules.shipped();
        }
        try {
            return TopicRules.read(file);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + file, e);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (InvalidTopicRulesException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }
}
