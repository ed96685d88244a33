package io.newsfold.desk.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes the thumbnail of a picture: a JPEG of at most 480 x 960 pixels without metadata. */
final class Thumbnail {
    private static final float QUALITY = .8f;

    private Thumbnail() {}

    /**
     * The thumbnail of a JPEG, PNG or GIF, of which only the first frame. The size is checked before decoding.
     *
     * @param body any bytes, as a server sent them
     * @throws NoPictureException where they are no such picture, broken, smaller than 100 x 60 pixels, or larger than
     *     40 megapixels
     */
    static byte[] of(byte[] body) throws NoPictureException {
        PictureFormat format = PictureFormat.of(body)
                .orElseThrow(() -> NoPictureException.lasting("by its first bytes it is no JPEG, PNG or GIF"));
        ImageReader decoder =
                format.decoder().orElseThrow(() -> NoPictureException.lasting("this Java cannot decode " + format));
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(format.decodable(body)))) {
            decoder.setInput(in, true, true);
            PictureSize size = new PictureSize(decoder.getWidth(0), decoder.getHeight(0));
            size.requireFit();
            return encoded(BoxFilter.scaled(decoded(decoder, size), size.ofThumbnail()));
        } catch (IOException | RuntimeException e) { // decoders throw many of both at broken files
            throw NoPictureException.lasting("broken " + format + ": " + e);
        } finally {
            decoder.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader decoder, PictureSize size) throws IOException {
        ImageReadParam some = decoder.getDefaultReadParam();
        some.setSourceSubsampling(size.subsampling(), size.subsampling(), 0, 0);
        return decoder.read(0, some);
    }

    private static byte[] encoded(BufferedImage picture) {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter encoder = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = encoder.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            encoder.setOutput(out);
            encoder.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("encoding a picture into memory", e);
        } finally {
            encoder.dispose();
        }
        return jpeg.toByteArray();
    }
}
