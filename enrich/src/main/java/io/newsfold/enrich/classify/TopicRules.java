package io.newsfold.enrich.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The topics and the phrases by which articles get them. Immutable. */
public final class TopicRules {
    /** Media Topics have five levels. */
    private static final int DEEPEST = 10;

    private static final TopicRules SHIPPED = readShipped();

    private final Map<String, TopicRule> byCode;
    private final Map<String, List<RulePhrase>> byFirst = new HashMap<>();
    private int count;

    /** What a phrase says of a topic. */
    enum Kind {
        STRONG,
        WORD,
        AGAINST
    }

    /**
     * A phrase of a rule.
     *
     * @param number its own among all phrases
     * @param top the code at the top above {@code code}, or itself
     * @param stems of its words
     */
    record RulePhrase(int number, String code, String top, Kind kind, String text, List<String> stems) {
        /** Whether the words of a text from {@code begin} on are the phrase's. */
        boolean isAt(int begin, List<String> words) {
            if (begin + stems.size() > words.size()) {
                return false;
            }
            for (int i = 0; i < stems.size(); i++) {
                if (!stems.get(i).equals(words.get(begin + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private TopicRules(Map<String, TopicRule> byCode) {
        this.byCode = byCode;
        StemmedText stemmer = new StemmedText();
        for (TopicRule rule : byCode.values()) {
            rule.strong().forEach(phrase -> add(rule, Kind.STRONG, phrase, stemmer));
            rule.words().forEach(phrase -> add(rule, Kind.WORD, phrase, stemmer));
            rule.against().forEach(phrase -> add(rule, Kind.AGAINST, phrase, stemmer));
        }
    }

    private void add(TopicRule rule, Kind kind, String text, StemmedText stemmer) {
        List<String> stems = stemmer.stems(text);
        if (!stems.isEmpty()) {
            byFirst.computeIfAbsent(stems.get(0), first -> new ArrayList<>())
                    .add(new RulePhrase(count++, rule.code(), top(rule.code()), kind, text, List.copyOf(stems)));
        }
    }

    /** The rules that we ship. */
    public static TopicRules shipped() {
        return SHIPPED;
    }

    /** The text of the rules that we ship, for people to edit. */
    public static String shippedText() {
        try (InputStream in = Objects.requireNonNull(TopicRules.class.getResourceAsStream("topics.tsv"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TopicRules readShipped() {
        try {
            return of(shippedText().lines().toList(), "topics.tsv");
        } catch (InvalidTopicRulesException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads rules.
     *
     * @throws InvalidTopicRulesException where a line is none, or a code is there twice or has none above it
     */
    public static TopicRules read(Path file) throws IOException, InvalidTopicRulesException {
        return of(Files.readAllLines(file, UTF_8), file.toString());
    }

    private static TopicRules of(List<String> lines, String file) throws InvalidTopicRulesException {
        Map<String, TopicRule> byCode = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            TopicRule rule = TopicRule.of(line, file, i + 1);
            if (byCode.put(rule.code(), rule) != null) {
                throw new InvalidTopicRulesException("%s:%d: %s is there twice".formatted(file, i + 1, rule.code()));
            }
        }
        for (TopicRule rule : byCode.values()) {
            if (!rule.parent().equals(TopicRule.NONE) && !byCode.containsKey(rule.parent())) {
                throw new InvalidTopicRulesException(
                        "%s: %s stands below %s, which is not there".formatted(file, rule.code(), rule.parent()));
            }
            requireTop(rule, byCode, file);
        }
        return new TopicRules(byCode);
    }

    private static void requireTop(TopicRule rule, Map<String, TopicRule> byCode, String file)
            throws InvalidTopicRulesException {
        TopicRule above = rule;
        for (int level = 0; above != null && !above.parent().equals(TopicRule.NONE); level++) {
            if (level == DEEPEST) {
                throw new InvalidTopicRulesException("%s: %s stands above itself".formatted(file, rule.code()));
            }
            above = byCode.get(above.parent());
        }
    }

    /** The phrases that begin with a stem. */
    List<RulePhrase> from(String stem) {
        return byFirst.getOrDefault(stem, List.of());
    }

    /** The name of a topic. */
    String name(String code) {
        return rule(code).name();
    }

    /** The code above, if there is one. */
    Optional<String> parent(String code) {
        String parent = rule(code).parent();
        return parent.equals(TopicRule.NONE) ? Optional.empty() : Optional.of(parent);
    }

    boolean isTop(String code) {
        return parent(code).isEmpty();
    }

    private String top(String code) {
        return parent(code).map(this::top).orElse(code);
    }

    boolean saysWhatItNeeds(String code) {
        return rule(code).needed() > 0;
    }

    /** The score that an article needs for a topic. */
    double needed(String code, double otherwise) {
        double needed = rule(code).needed();
        return needed > 0 ? needed : otherwise;
    }

    private TopicRule rule(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }
}
