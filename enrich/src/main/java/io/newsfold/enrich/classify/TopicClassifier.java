package io.newsfold.enrich.classify;

import io.newsfold.contract.ArticleText;
import io.newsfold.contract.LanguageCode;
import io.newsfold.contract.MediaTopic;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.tag.Tagged;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gives an English article its topics. Each phrase of a rule that the article has counts: more where it is in the
 * headline or among the first words, a little more where it is repeated, less in a long article. A topic at the top has
 * the phrases of all below it. A topic that reaches what its rule needs is one of the article's, and brings those above
 * it. A pure function of the text; thread-safe.
 */
public final class TopicClassifier {
    private static final double STRONG = 1.0;
    private static final double WORD = 0.35;
    private static final double AGAINST = -0.9;
    private static final double IN_HEADLINE = 3.3;
    private static final double AT_BEGINNING = 1.86;
    private static final double BY_REPETITION = 0.2;

    /** Words at the beginning of the text that tell most. */
    private static final int BEGINNING = 100;

    /** What a topic needs whose rule does not say it; one below another, and one at the top. */
    private static final double NEEDED = 2.67;

    private static final double NEEDED_AT_TOP = 13;

    /** A topic whose rule does not say what it needs has so much of the best one's score, or is an aside. */
    private static final double SHARE_OF_BEST = 0.5;

    /** An article has so many topics at the top at most, and so many below, those above these aside. */
    private static final int MOST_AT_TOP = 2;

    private static final int MOST_BELOW = 3;

    private static final int MOST_EVIDENCE = 5;

    /** In an article of more words, a phrase counts less. */
    private static final int USUAL_LENGTH = 350;

    private static final double BY_LENGTH = 0.39;
    private static final double STEPS = 100;

    private final TopicRules rules;

    public TopicClassifier(TopicRules rules) {
        this.rules = rules;
    }

    /** Classifies a tagged text; only English ones have topics. */
    public StageResult<Classified> classify(Tagged tagged) {
        ArticleText text = tagged.cleaned().text().article();
        boolean isEnglish = LanguageCode.primary(text.inLanguage()).equals("en");
        return StageResult.done(
                new Classified(tagged, isEnglish ? topics(text.headline(), text.articleBody()) : List.of()));
    }

    /** The topics, the surest first, each followed by those above it that are not there yet. */
    public List<MediaTopic> topics(String headline, String body) {
        StemmedText stemmer = new StemmedText();
        PhraseHits hits = new PhraseHits(rules);
        hits.addHeadline(stemmer.stems(headline));
        List<String> stems = stemmer.stems(body);
        hits.addBody(stems);
        double length = Math.pow(Math.max(1, (double) stems.size() / USUAL_LENGTH), BY_LENGTH);
        Map<String, Score> scores = new HashMap<>();
        hits.forEach((phrase, first, count) -> {
            double weight = weight(phrase, first, count) / length;
            score(phrase.code(), scores).add(phrase.text(), weight);
            if (!phrase.top().equals(phrase.code())) {
                score(phrase.top(), scores).add(phrase.text(), weight);
            }
        });
        double best = scores.values().stream().mapToDouble(Score::sum).max().orElse(0);
        List<Map.Entry<String, Score>> sure = scores.entrySet().stream()
                .filter(score -> isTopic(score.getKey(), score.getValue().sum(), best))
                .sorted(Comparator.comparingDouble((Map.Entry<String, Score> score) -> -share(score))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        Map<String, MediaTopic> topics = new LinkedHashMap<>();
        Stream.concat(
                        sure.stream()
                                .filter(score -> !rules.isTop(score.getKey()))
                                .limit(MOST_BELOW),
                        sure.stream()
                                .filter(score -> rules.isTop(score.getKey()))
                                .limit(MOST_AT_TOP))
                .forEach(score -> put(
                        score.getKey(),
                        confidence(share(score)),
                        score.getValue().evidence(),
                        topics));
        return List.copyOf(topics.values());
    }

    private static Score score(String code, Map<String, Score> scores) {
        return scores.computeIfAbsent(code, c -> new Score());
    }

    private static double weight(TopicRules.RulePhrase phrase, int first, int count) {
        double weight = switch (phrase.kind()) {
            case STRONG -> STRONG;
            case WORD -> WORD;
            case AGAINST -> AGAINST;
        };
        double place = first == PhraseHits.HEADLINE ? IN_HEADLINE : first < BEGINNING ? AT_BEGINNING : 1;
        return weight * place * (1 + BY_REPETITION * Math.log(count));
    }

    /** What an article has for a topic. */
    private static final class Score {
        private final Map<String, Double> phrases = new LinkedHashMap<>();

        void add(String phrase, double weight) {
            phrases.merge(phrase, weight, (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
        }

        double sum() {
            return phrases.values().stream().mapToDouble(Double::doubleValue).sum();
        }

        List<String> evidence() {
            return phrases.entrySet().stream()
                    .filter(phrase -> phrase.getValue() > 0)
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry::getKey))
                    .limit(MOST_EVIDENCE)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private boolean isTopic(String code, double score, double best) {
        return rules.saysWhatItNeeds(code)
                ? score >= needed(code)
                : score >= needed(code) && (rules.isTop(code) || score >= SHARE_OF_BEST * best);
    }

    private double needed(String code) {
        return rules.needed(code, rules.isTop(code) ? NEEDED_AT_TOP : NEEDED);
    }

    /** How often a topic has what it needs. */
    private double share(Map.Entry<String, Score> score) {
        return score.getValue().sum() / needed(score.getKey());
    }

    /** A half for a topic that has just what it needs, 1 for one with twice as much. */
    private static double confidence(double share) {
        return Math.round(Math.min(1, share / 2) * STEPS) / STEPS;
    }

    private void put(String code, double confidence, List<String> evidence, Map<String, MediaTopic> topics) {
        MediaTopic before = topics.get(code);
        if (before == null || before.evidence().isEmpty() && !evidence.isEmpty()) {
            double surest = before == null ? confidence : Math.max(confidence, before.confidence());
            topics.put(code, new MediaTopic("medtop:" + code, rules.name(code), surest, evidence));
        }
        rules.parent(code).ifPresent(parent -> put(parent, confidence, List.of(), topics));
    }
}
