package io.newsfold.lab.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The seed inputs of the fuzzer and all inputs that revealed a bug pass. {@code ./newsfold fuzz} searches for more. */
class FuzzTargetsTest {
    @TestFactory
    Stream<DynamicTest> pagesAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return corpus("page", PageTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> feedsAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return corpus("feed", FeedTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> linesAreAcceptedOrRejected() throws IOException, URISyntaxException {
        return corpus("line", LineTarget::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> aCanonicalAddressIsCanonical() throws IOException, URISyntaxException {
        return corpus("url", UrlTarget::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> corpus(String name, Consumer<byte[]> target)
            throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(FuzzTargetsTest.class.getResource("/fuzz/" + name))
                .toURI());
        List<Path> inputs;
        try (Stream<Path> files = Files.list(folder)) {
            inputs = files.sorted().toList();
        }
        return inputs.stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    byte[] bytes = Files.readAllBytes(input);

                    assertThatCode(() -> target.accept(bytes)).doesNotThrowAnyException();
                }));
    }
}
