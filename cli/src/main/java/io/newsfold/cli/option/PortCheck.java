package io.newsfold.cli.option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before anything starts whether a process can listen on a port. */
final class PortCheck {
    private static final int MAX_PORT = 65_535;
    private static final int FIRST_FREE = 1_024;

    private PortCheck() {}

    /**
     * Listens on a port for a moment.
     *
     * @param option that names the port
     * @param port 0 for one that is free
     * @throws IllegalArgumentException where that fails
     */
    static void requireFree(String option, InetAddress address, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    option + " " + port + " is not a port: choose one from 0 to " + MAX_PORT + ", 0 for a free one");
        }
        String host = address.getHostAddress();
        if (!canListen(address, 0)) {
            throw new IllegalArgumentException("this machine has no address " + host + " to listen on");
        }
        if (port != 0 && !canListen(address, port)) {
            throw new IllegalArgumentException("port " + port + " on " + host + " is taken"
                    + (port < FIRST_FREE ? " or needs more rights" : "") + ": choose another with " + option);
        }
    }

    private static boolean canListen(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
