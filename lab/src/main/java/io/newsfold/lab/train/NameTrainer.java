package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.enrich.tag.Lexicon;
import io.newsfold.enrich.tag.NameFeatures;
import io.newsfold.enrich.tag.NameFeatures.Family;
import io.newsfold.enrich.tag.NameModel;
import io.newsfold.enrich.tag.NameModel.Found;
import io.newsfold.enrich.tag.NameModel.Kind;
import io.newsfold.enrich.tag.Token;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code newsfold bench train-names DIR}: trains {@link NameModel} from the sets in DIR ({@code *.tsv.gz}: token, tab, BIO tag over PER, ORG, LOC, OTH; a blank
 * line ends a sentence). Features are left out at random, whole families of them at times, so that none is leaned on alone. Several runs are made, each in
 * an order of its own, and the weights are their mean.
 */
public final class NameTrainer {
    private static final int LABELS = NameModel.LABELS;
    private static final int SEED = 1;
    private static final int EPOCHS = 5;
    private static final float RATE = 0.03f;
    private static final float EPSILON = 1e-2f;
    private static final int RUNS = 4;
    private static final float NEVER = -1e9f;
    private static final float SMALLEST = 0.04f;

    /** How often features of a family are left out: seven tenths of it for all of a token's at once, half of it for each alone. */
    private static final Map<Family, Double> BLIND = Map.of(
            Family.WORD, 0.5, Family.CONTEXT, 0.4, Family.CLUSTER, 0.3, Family.SHAPE, 0.1, Family.KNOWN_NAME, 0.3);

    /** Sets nearer to what is read here count more, reports of one war less. */
    private static final Map<String, Float> WEIGHTS = Map.of("uner-ewt", 3f, "gum", 2f, "re3d", 0.5f);

    @SuppressWarnings("ArrayRecordComponent")
    private record Sentence(int[][] features, int[] labels, float weight) {}

    private final Lexicon lexicon = Lexicon.shipped();
    private final Int2IntOpenHashMap ids = new Int2IntOpenHashMap();
    private final Random random = new Random(SEED);
    private Family[] families = {};
    private float[] weights = {};
    private float[] squares = {};
    private float[] transitions = {};
    private float[] transitionSquares = {};

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).resolve("names.model.gz");
        new NameTrainer().run(Path.of(arguments[0]), target);
    }

    private void run(Path sets, Path target) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(sets)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
                String name = file.getFileName().toString();
                float weight = WEIGHTS.entrySet().stream()
                        .filter(e -> name.startsWith(e.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(1f);
                sentences.addAll(read(file, weight));
            }
        }
        number(sentences);
        System.err.printf("%,d sentences, %,d features%n", sentences.size(), ids.size());
        float[] mean = new float[ids.size() * LABELS];
        float[] transitionMean = new float[(LABELS + 1) * LABELS];
        for (int run = 1; run <= RUNS; run++) {
            fit(sentences);
            average(mean, weights, run);
            average(transitionMean, transitions, run);
        }
        weights = mean;
        transitions = transitionMean;
        write(target);
    }

    private List<Sentence> read(Path file, float weight) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            for (String line = in.readLine();
                    line != null || !lines.isEmpty();
                    line = line == null ? null : in.readLine()) {
                if (line != null && !line.isBlank()) {
                    lines.add(line.split("\t"));
                } else if (!lines.isEmpty()) {
                    sentences.add(sentence(lines, weight));
                    lines.clear();
                }
            }
        }
        return sentences;
    }

    /** The sentence parted into our tokens: the sets part words in ways of their own. */
    private Sentence sentence(List<String[]> lines, float weight) {
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (String[] line : lines) {
            String tag = line.length > 1 ? line[1] : "O";
            int start = text.length();
            text.append(plain(line[0]));
            if (tag.startsWith("I-") && !spans.isEmpty() && spans.get(spans.size() - 1)[1] == start - 1) {
                spans.get(spans.size() - 1)[1] = text.length();
            } else if (!tag.equals("O")) {
                spans.add(new int[] {start, text.length()});
                kinds.add(kind(tag.substring(2)));
            }
            text.append(' ');
        }
        List<Token> tokens = Token.of(text.toString());
        List<Found> names = new ArrayList<>();
        for (int s = 0; s < spans.size(); s++) {
            int[] span = spans.get(s);
            int first = -1;
            int end = -1;
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).end() > span[0] && tokens.get(i).start() < span[1]) {
                    first = first < 0 ? i : first;
                    end = i + 1;
                }
            }
            if (first >= 0 && (names.isEmpty() || names.get(names.size() - 1).end() <= first)) {
                names.add(new Found(kinds.get(s), first, end));
            }
        }
        return new Sentence(NameFeatures.of(lexicon, tokens), NameModel.labels(tokens.size(), names), weight);
    }

    private static String plain(String token) {
        return switch (token) {
            case "-LRB-" -> "(";
            case "-RRB-" -> ")";
            case "``", "''" -> "\"";
            default -> token;
        };
    }

    private static Kind kind(String tag) {
        return switch (tag) {
            case "PER" -> Kind.PERSON;
            case "ORG" -> Kind.ORGANISATION;
            case "LOC" -> Kind.PLACE;
            default -> Kind.OTHER;
        };
    }

    /** Numbers the features that are seen more than once and puts the numbers into the sentences. */
    private void number(List<Sentence> sentences) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        sentences.forEach(s -> each(s, feature -> counts.addTo(feature, 1)));
        ids.defaultReturnValue(-1);
        sentences.forEach(s -> each(s, feature -> {
            if (counts.get(feature) > 1) {
                ids.putIfAbsent(feature, ids.size());
            }
        }));
        families = new Family[ids.size()];
        ids.forEach((feature, id) -> families[id] = NameFeatures.family(feature));
        for (Sentence sentence : sentences) {
            for (int[] features : sentence.features) {
                for (int i = 0; i < features.length; i++) {
                    features[i] = ids.get(features[i]);
                }
            }
        }
    }

    private static void each(Sentence sentence, java.util.function.IntConsumer feature) {
        for (int[] features : sentence.features) {
            for (int f : features) {
                feature.accept(f);
            }
        }
    }

    /** Ascends the likelihood with steps as in AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011); the weights are the mean over the later half of the epochs. */
    private void fit(List<Sentence> sentences) {
        weights = new float[ids.size() * LABELS];
        squares = new float[weights.length];
        transitions = new float[(LABELS + 1) * LABELS];
        transitionSquares = new float[transitions.length];
        float[] mean = new float[weights.length];
        float[] transitionMean = new float[transitions.length];
        int averaged = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(sentences, random);
            float rate = RATE * Math.min(1, 1.3f * (EPOCHS - epoch) / EPOCHS);
            for (Sentence sentence : sentences) {
                if (sentence.labels.length > 0) {
                    step(sentence, rate);
                }
            }
            if (epoch >= EPOCHS / 2) {
                averaged++;
                average(mean, weights, averaged);
                average(transitionMean, transitions, averaged);
            }
            System.err.printf("epoch %d of %d%n", epoch + 1, EPOCHS);
        }
        weights = mean;
        transitions = transitionMean;
    }

    private static void average(float[] mean, float[] values, int count) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += (values[i] - mean[i]) / count;
        }
    }

    private void step(Sentence sentence, float rate) {
        int[][] features = blinded(sentence.features);
        int size = features.length;
        Marginals m = new Marginals(features);
        for (int i = 0; i < size; i++) {
            float[] gradient = new float[LABELS];
            float largest = 0;
            for (int y = 0; y < LABELS; y++) {
                gradient[y] = ((sentence.labels[i] == y ? 1 : 0) - m.at(i, y)) * sentence.weight;
                largest = Math.max(largest, Math.abs(gradient[y]));
            }
            if (largest < 1e-4f) {
                continue;
            }
            for (int id : features[i]) {
                for (int y = 0; id >= 0 && y < LABELS; y++) {
                    climb(weights, squares, id * LABELS + y, gradient[y], rate);
                }
            }
        }
        stepTransitions(sentence, m, rate);
    }

    private void stepTransitions(Sentence sentence, Marginals m, float rate) {
        int[] y = sentence.labels;
        for (int i = 0; i < y.length; i++) {
            for (int b = 0; b < LABELS; b++) {
                if (i == 0) {
                    float gradient = ((y[0] == b ? 1 : 0) - m.at(0, b)) * sentence.weight;
                    climb(transitions, transitionSquares, LABELS * LABELS + b, gradient, rate);
                }
                for (int a = 0; i > 0 && a < LABELS; a++) {
                    if (NameModel.mayFollow(a, b)) {
                        float gradient = ((y[i - 1] == a && y[i] == b ? 1 : 0) - m.at(i, a, b)) * sentence.weight;
                        climb(transitions, transitionSquares, a * LABELS + b, gradient, rate);
                    }
                }
            }
        }
    }

    private static void climb(float[] values, float[] squares, int at, float gradient, float rate) {
        squares[at] += gradient * gradient;
        values[at] += rate * gradient / (float) Math.sqrt(squares[at] + EPSILON);
    }

    private int[][] blinded(int[][] features) {
        int[][] left = new int[features.length][];
        for (int i = 0; i < left.length; i++) {
            left[i] = features[i].clone();
            boolean[] blind = new boolean[Family.values().length];
            for (Family family : Family.values()) {
                blind[family.ordinal()] = random.nextDouble() < BLIND.getOrDefault(family, 0.0) * 0.7;
            }
            for (int f = 0; f < left[i].length; f++) {
                if (left[i][f] >= 0) {
                    Family family = families[left[i][f]];
                    if (blind[family.ordinal()] || random.nextDouble() < BLIND.getOrDefault(family, 0.0) * 0.5) {
                        left[i][f] = -1;
                    }
                }
            }
        }
        return left;
    }

    /** The probabilities of labels and pairs of labels in a sentence, by the forward-backward algorithm on logarithms. */
    private final class Marginals {
        private final int size;
        private final float[] scores;
        private final float[] forward;
        private final float[] backward;
        private final float total;

        Marginals(int[][] features) {
            size = features.length;
            scores = new float[size * LABELS];
            forward = new float[scores.length];
            backward = new float[scores.length];
            for (int i = 0; i < size; i++) {
                for (int id : features[i]) {
                    for (int y = 0; id >= 0 && y < LABELS; y++) {
                        scores[i * LABELS + y] += weights[id * LABELS + y];
                    }
                }
            }
            float[] terms = new float[LABELS];
            for (int i = 0; i < size; i++) {
                for (int b = 0; b < LABELS; b++) {
                    int n = 0;
                    for (int a = 0; i > 0 && a < LABELS; a++) {
                        if (NameModel.mayFollow(a, b)) {
                            terms[n++] = forward[(i - 1) * LABELS + a] + transitions[a * LABELS + b];
                        }
                    }
                    float before = i > 0
                            ? logSum(terms, n)
                            : NameModel.mayFollow(0, b) ? transitions[LABELS * LABELS + b] : NEVER;
                    forward[i * LABELS + b] = before + scores[i * LABELS + b];
                }
            }
            for (int i = size - 1; i >= 0; i--) {
                for (int a = 0; a < LABELS; a++) {
                    int n = 0;
                    for (int b = 0; i < size - 1 && b < LABELS; b++) {
                        if (NameModel.mayFollow(a, b)) {
                            int next = (i + 1) * LABELS + b;
                            terms[n++] = transitions[a * LABELS + b] + scores[next] + backward[next];
                        }
                    }
                    backward[i * LABELS + a] = i < size - 1 ? logSum(terms, n) : NameModel.mayFollow(a, 0) ? 0 : NEVER;
                }
            }
            for (int a = 0; a < LABELS; a++) {
                terms[a] = forward[a] + backward[a];
            }
            total = logSum(terms, LABELS);
        }

        float at(int i, int label) {
            return (float) Math.exp(Math.min(0, forward[i * LABELS + label] + backward[i * LABELS + label] - total));
        }

        float at(int i, int before, int label) {
            float sum = forward[(i - 1) * LABELS + before] + transitions[before * LABELS + label];
            return (float)
                    Math.exp(Math.min(0, sum + scores[i * LABELS + label] + backward[i * LABELS + label] - total));
        }
    }

    private static float logSum(float[] terms, int count) {
        float most = 2 * NEVER;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, terms[i]);
        }
        if (most < NEVER / 10) {
            return most;
        }
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (float) Math.exp(terms[i] - most);
        }
        return most + (float) Math.log(sum);
    }

    /** Writes the weights as bytes, in the unit that lets one weight in ten thousand be cut; features of small weights are left out. */
    private void write(Path target) throws IOException {
        List<int[]> kept = new ArrayList<>();
        ids.forEach((feature, id) -> {
            float largest = 0;
            for (int y = 0; y < LABELS; y++) {
                largest = Math.max(largest, Math.abs(weights[id * LABELS + y]));
            }
            if (largest >= SMALLEST) {
                kept.add(new int[] {feature, id});
            }
        });
        kept.sort(java.util.Comparator.comparingInt(f -> f[0]));
        float[] sizes = new float[kept.size()];
        for (int i = 0; i < sizes.length; i++) {
            for (int y = 0; y < LABELS; y++) {
                sizes[i] = Math.max(sizes[i], Math.abs(weights[kept.get(i)[1] * LABELS + y]));
            }
        }
        java.util.Arrays.sort(sizes);
        float unit = sizes[(int) (sizes.length * 0.9999f)] / Byte.MAX_VALUE;
        try (var out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(target), 1 << 16) {
            {
                def.setLevel(9);
            }
        })) {
            for (float transition : transitions) {
                out.writeInt(Math.round(transition / unit));
            }
            out.writeInt(kept.size());
            for (int[] feature : kept) {
                out.writeInt(feature[0]);
            }
            for (int[] feature : kept) {
                for (int y = 0; y < LABELS; y++) {
                    int rounded = Math.round(weights[feature[1] * LABELS + y] / unit);
                    out.writeByte(Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, rounded)));
                }
            }
        }
        System.err.printf("%s: %,d features, %,d bytes%n", target, kept.size(), Files.size(target));
    }
}
