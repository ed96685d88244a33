package io.newsfold.enrich.clean;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Coordinates;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.StageResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Tables of bad bodies: each is accepted, accepted with a flag, or rejected with a reason; none throws. */
@SuppressWarnings("ArrayRecordComponent") // tables of bytes and of what is expected of them
final class BadInputs {
    static final String BODY =
            "The ferry to Marwick Island was cancelled on Monday because of high waves, the harbour office said. "
                    + "Passengers were told to wait until the wind drops, which may take until Thursday evening "
                    + "at least.";
    static final String HEADLINE = "Ferry to Marwick cancelled";

    /** A bad input and its expected result. */
    record Case(String name, byte[] body, String type, Consumer<StageResult<Cleaned>> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private BadInputs() {}

    /** Cleans the bad input and compares. */
    static void check(Case bad) {
        RawArticle raw = new RawArticle(
                "https://harbour.example/ferry",
                bad.body(),
                About.of(Instant.parse("2026-01-05T00:00:00Z"), "bad", bad.type()),
                new Coordinates("articles.raw", 0, 0));

        bad.expected().accept(new ArticleCleaner().clean(raw));
    }

    static String page(String text) {
        return "<!doctype html><html lang=en><head><title>" + HEADLINE + "</title></head><body><article><h1>" + HEADLINE
                + "</h1><p>" + text + "</p></article></body></html>";
    }

    static String numbered(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("Report number ").append(i).append(". ").append(BODY).append("\n\n");
        }
        return text.toString();
    }

    static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(i).append(' ');
        }
        return attributes.toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Whatever the result is, it is fit for a file. */
    static Consumer<StageResult<Cleaned>> any() {
        return cleaning -> cleaning.values().forEach(cleaned -> assertSound(cleaned.text()));
    }

    static Consumer<StageResult<Cleaned>> sound() {
        return cleaning -> assertSound(text(cleaning));
    }

    static Consumer<StageResult<Cleaned>> has(String words, String... flags) {
        return cleaning -> {
            assertSound(text(cleaning));
            assertThat(text(cleaning).article().articleBody()).contains(words);
            assertThat(text(cleaning).flags()).containsAll(List.of(flags));
        };
    }

    /** With these flags and no others. */
    static Consumer<StageResult<Cleaned>> exactly(String words, String... flags) {
        return has(words).andThen(cleaning -> assertThat(text(cleaning).flags()).containsExactly(flags));
    }

    static Consumer<StageResult<Cleaned>> hasNot(String... words) {
        return cleaning -> assertThat(text(cleaning).article().articleBody())
                .contains("high waves")
                .doesNotContain(words);
    }

    static Consumer<StageResult<Cleaned>> headline(String headline, String flag) {
        return cleaning -> {
            assertThat(text(cleaning).article().headline()).isEqualTo(headline);
            assertThat(text(cleaning).flags()).contains(flag);
        };
    }

    static Consumer<StageResult<Cleaned>> fields(Consumer<CleanText> fields, String flag) {
        return cleaning -> {
            fields.accept(text(cleaning));
            assertThat(text(cleaning).flags()).contains(flag);
        };
    }

    static Consumer<CleanText> text(int least) {
        return text -> assertThat(text.article().headline()).hasSizeBetween(least, Limits.HEADLINE_CHARS);
    }

    static Consumer<StageResult<Cleaned>> canonical(@org.jspecify.annotations.Nullable String address) {
        return cleaning -> assertThat(text(cleaning).article().canonicalUrl()).isEqualTo(address);
    }

    static Consumer<StageResult<Cleaned>> rejected(Reason reason) {
        return cleaning ->
                assertThat(cleaning.rejections()).extracting(r -> r.reason()).containsExactly(reason);
    }

    static Consumer<StageResult<Cleaned>> isRejected() {
        return cleaning -> assertThat(cleaning.rejections()).hasSize(1);
    }

    static CleanText text(StageResult<Cleaned> cleaning) {
        assertThat(cleaning.rejections()).isEmpty();
        return cleaning.values().get(0).text();
    }

    /**
     * No control characters, no halves of characters, nothing that turns the direction of reading; can be written as
     * UTF-8.
     */
    static void assertSound(CleanText text) {
        List<String> all = new ArrayList<>(
                Arrays.asList(text.article().headline(), text.article().articleBody()));
        text.dropped().forEach(dropped -> all.add(dropped.text()));
        for (String one : all) {
            assertThat(one).doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(one)).isTrue();
        }
    }
}
