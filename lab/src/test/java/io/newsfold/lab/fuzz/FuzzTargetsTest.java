package io.newsfold.lab.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The seed inputs of the fuzzer, all inputs that revealed a bug, and some hundred that are made of them pass, the same
 * on every machine. {@code ./newsfold fuzz} searches for more.
 */
class FuzzTargetsTest {
    private static final Pattern WORD = Pattern.compile("^\"(.*)\"$", Pattern.MULTILINE);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9A-Fa-f]{2})|(.))");
    private static final int SEEDS = 40;
    private static final int MUTATIONS = 10;

    @TestFactory
    Stream<DynamicTest> pagesAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return inputs("page", PageTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> feedsAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return inputs("feed", FeedTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> linesAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return inputs("line", LineTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> aCanonicalAddressIsCanonical() throws IOException, URISyntaxException {
        return inputs("url", UrlTarget::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> inputs(String name, Consumer<byte[]> target)
            throws IOException, URISyntaxException {
        List<DynamicTest> tests = new ArrayList<>();
        List<byte[]> corpus = new ArrayList<>();
        try (Stream<Path> files = Files.list(resource(name))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                corpus.add(bytes);
                tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> pass(bytes, target)));
            }
        }
        List<byte[]> words = words();
        IntStream.range(0, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("mutations, seed " + seed, () -> {
                    Mutator mutator = new Mutator(corpus, words, seed);
                    for (int i = 0; i < MUTATIONS; i++) {
                        pass(mutator.next(), target);
                    }
                }))
                .forEach(tests::add);
        return tests.stream();
    }

    private static void pass(byte[] input, Consumer<byte[]> target) {
        assertThatCode(() -> target.accept(input))
                .as("the input in Base64: %s", Base64.getEncoder().encodeToString(input))
                .doesNotThrowAnyException();
    }

    /** The words of the fuzzer's dictionary. */
    private static List<byte[]> words() throws IOException, URISyntaxException {
        List<byte[]> words = new ArrayList<>();
        Matcher word = WORD.matcher(Files.readString(resource("dictionary"), ISO_8859_1));
        while (word.find()) {
            String text = ESCAPE.matcher(word.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(
                            escape.group(1) == null
                                    ? escape.group(2)
                                    : String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
            words.add(text.getBytes(ISO_8859_1));
        }
        return words;
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(FuzzTargetsTest.class.getResource("/fuzz/" + name))
                .toURI());
    }
}
