package io.newsfold.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name by which people know the source of an article: its publisher, or the host of its address. */
public final class SourceName {
    private static final Pattern HOST = Pattern.compile(
            "^[a-z][a-z0-9+.-]{0,20}://(?:[^/?#@]*+@)?(?:www\\.)?([^/?#:@]++)", Pattern.CASE_INSENSITIVE);

    private SourceName() {}

    /** Empty where neither is known. */
    public static Optional<String> of(@Nullable String publisher, @Nullable String url) {
        if (publisher != null) {
            return Optional.of(publisher);
        }
        Matcher host = HOST.matcher(url == null ? "" : url);
        return host.find() ? Optional.of(host.group(1)) : Optional.empty();
    }
}
