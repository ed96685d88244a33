package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** A kind of picture, told by its first bytes: names and declared types are not trusted. */
enum PictureFormat {
    JPEG("\u00ff\u00d8\u00ff.*"),
    PNG("\u0089PNG\r\n\u001a\n.*"),
    GIF("GIF8[79]a.*"),
    WEBP("RIFF....WEBP.*");

    private static final int SIGNATURE = 12;

    private final Pattern signature;

    PictureFormat(String signature) {
        this.signature = Pattern.compile(signature, Pattern.DOTALL);
    }

    static Optional<PictureFormat> of(byte[] body) {
        String first = new String(body, 0, Math.min(SIGNATURE, body.length), ISO_8859_1);
        return Stream.of(values())
                .filter(format -> format.signature.matcher(first).matches())
                .findFirst();
    }

    /** A new decoder, which the caller disposes of; empty where the JDK has none, as for WebP in Java 17. */
    Optional<ImageReader> decoder() {
        Iterator<ImageReader> decoders = ImageIO.getImageReadersByFormatName(name());
        return decoders.hasNext() ? Optional.of(decoders.next()) : Optional.empty();
    }

    /**
     * The bytes for the decoder, as far as they can be made harmless before decoding.
     *
     * @throws NoPictureException where the file is broken or built to keep a decoder busy
     */
    byte[] decodable(byte[] body) throws NoPictureException {
        return switch (this) {
            case JPEG -> JpegSegments.decodable(body);
            case PNG -> PngChunks.decodable(body);
            case GIF, WEBP -> body;
        };
    }
}
