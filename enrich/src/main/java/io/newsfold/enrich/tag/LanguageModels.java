package io.newsfold.enrich.tag;

import io.newsfold.text.WritingSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models of other languages than English, each loaded when the first text of its language comes. Thread-safe. */
final class LanguageModels {
    /** Languages that are written as another one with a model, near enough for it to be of use. */
    private static final Map<String, String> NEAREST =
            Map.of("be", "uk", "bg", "ru", "bs", "hr", "sr", "hr", "ms", "id");

    private static final Map<String, Optional<NameModel>> LOADED = new ConcurrentHashMap<>();

    private LanguageModels() {}

    /**
     * The model of a language or of its nearest neighbour; null where there is none.
     *
     * @param language BCP 47, without a region
     */
    static @Nullable NameModel of(String language) {
        return LOADED.computeIfAbsent(NEAREST.getOrDefault(language, language), LanguageModels::load)
                .orElse(null);
    }

    private static Optional<NameModel> load(String code) {
        String resource = "names/" + code + ".model.gz";
        try (var stream = LanguageModels.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(NameModel.read(WritingSystem.of(code), stream));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
