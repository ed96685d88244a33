package io.newsfold.desk.picture;

import io.newsfold.ingest.web.AllowedHosts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of the pictures.
 *
 * @param folder of the thumbnails
 * @param maxBytes of all thumbnails together
 * @param allowed hosts of a private network that may be fetched from; null where no picture is fetched or shown
 */
public record PictureConfig(
        Path folder, long maxBytes, @Nullable AllowedHosts allowed) {
    private static final long USUAL_BYTES = 256L << 20;

    /** Pictures from the public internet and from {@code allowed}, 256 MiB of them. */
    public static PictureConfig of(Path folder, AllowedHosts allowed) {
        return new PictureConfig(folder, USUAL_BYTES, allowed);
    }

    /** No pictures; those in the folder stay until their articles are withdrawn. */
    public static PictureConfig off(Path folder) {
        return new PictureConfig(folder, USUAL_BYTES, null);
    }
}
