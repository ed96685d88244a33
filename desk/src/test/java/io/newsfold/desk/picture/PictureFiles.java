package io.newsfold.desk.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files of pictures, for tests. */
final class PictureFiles {
    /** Where the dimensions of the header of a PNG begin. */
    private static final int PNG_WIDTH = 16;

    private PictureFiles() {}

    /** A file of one colour, red, without transparency. */
    static byte[] red(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, 0xC01010);
            }
        }
        return encoded(format, picture);
    }

    static byte[] encoded(String format, BufferedImage picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException("encoding a " + format, e);
        }
        return file.toByteArray();
    }

    /** A small PNG whose header claims another size, with the right checksum. */
    static byte[] claimingPng(int width, int height) {
        byte[] file = red("png", 120, 80);
        ByteBuffer bytes = ByteBuffer.wrap(file).putInt(PNG_WIDTH, width).putInt(PNG_WIDTH + 4, height);
        CRC32 checksum = new CRC32();
        checksum.update(file, PNG_WIDTH - 4, 17);
        bytes.putInt(PNG_WIDTH + 13, (int) checksum.getValue());
        return file;
    }

    /** A small JPEG whose header claims another size. */
    static byte[] claimingJpeg(int width, int height) {
        byte[] file = red("jpeg", 120, 80);
        int frame = new String(file, ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(file).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return file;
    }
}
