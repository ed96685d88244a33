package io.newsfold.cli.option;

import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The division of the job's work, and the names that it knows. */
public final class JobOptions {
    @Mixin
    private final PartitionsOption partitions;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "shards into which the search for pairs is divided (default: ${DEFAULT-VALUE})")
    private int shards;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "threads of the job in this process (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--no-cross-language", description = "do not link stories of different languages on the same event")
    private boolean noCrossLanguage;

    @Mixin
    private TaggerOptions tagger = new TaggerOptions();

    @Mixin
    private TopicRulesOption topics = new TopicRulesOption();

    /** @param partitions the default */
    public JobOptions(int partitions) {
        this.partitions = new PartitionsOption(partitions);
    }

    /** @throws IllegalArgumentException where a number is too small */
    public void check() {
        if (partitions.partitions() < 1 || shards < 1 || threads < 1) {
            throw new IllegalArgumentException("--partitions, --shards and --threads are at least 1, not "
                    + partitions.partitions() + ", " + shards + ", " + threads);
        }
    }

    public PartitionsOption partitions() {
        return partitions;
    }

    public int shards() {
        return shards;
    }

    public int threads() {
        return threads;
    }

    /** Whether stories of different languages are linked. */
    public boolean crossLanguage() {
        return !noCrossLanguage;
    }

    /**
     * The stage tag with the user's tables of names.
     *
     * @param data the data folder, which may have tables of entities
     */
    public Tagger tagger(Path data) {
        return tagger.tagger(data);
    }

    /** The rules of topics. */
    public TopicRules topics() {
        return topics.rules();
    }
}
