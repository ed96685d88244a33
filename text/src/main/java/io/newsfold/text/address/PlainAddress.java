package io.newsfold.text.address;

/** Addresses that are normal as they are, as most of articles are: it is cheap to see, and the normaliser is not. */
final class PlainAddress {
    private PlainAddress() {}

    /** Whether nothing is in it that normalising could change: a host of letters, a path of words. */
    static boolean is(AddressParts parts) {
        return parts.query().isEmpty() && parts.route().isEmpty() && isHost(parts.authority()) && isPath(parts.path());
    }

    /** Labels of ASCII letters, digits and dashes, none of them an encoded one, the last of letters only. */
    private static boolean isHost(String host) {
        int start = 0;
        boolean isLetters = true;
        for (int i = 0; i <= host.length(); i++) {
            char c = i < host.length() ? host.charAt(i) : '.';
            if (c == '.') {
                boolean isLabel = i > start && host.charAt(start) != '-' && host.charAt(i - 1) != '-';
                if (!isLabel || host.startsWith("xn--", start) || i == host.length() && (start == 0 || !isLetters)) {
                    return false;
                }
                start = i + 1;
                isLetters = true;
            } else if (c >= 'a' && c <= 'z') {
                // as it is
            } else if (isDigit(c) || c == '-') {
                isLetters = false;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Segments that are neither empty nor begin with a dot. */
    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean isFirst = i > 0 && path.charAt(i - 1) == '/';
            boolean isWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-' || c == '_';
            if (!isWord && !(c == '.' && !isFirst) && !(c == '/' && !isFirst)) {
                return false;
            }
        }
        return path.startsWith("/");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
