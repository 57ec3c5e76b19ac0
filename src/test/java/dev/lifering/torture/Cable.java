package dev.lifering.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** What lies between a replica and PostgreSQL: a TCP proxy that can be slow, and can be cut. */
final class Cable implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean isCut;

    Cable(int exit) {
        this.exit = exit;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin("cable", this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** From now on each piece takes so much longer, either way. */
    void slow(Duration each) {
        delay = each;
    }

    /** Breaks all connections, and takes no new ones. */
    void cut() {
        isCut = true;
        open.forEach(Cable::hangUp);
    }

    void mend() {
        isCut = false;
        delay = Duration.ZERO;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException refusedOrClosed) {
                // The next one may have more luck.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        if (isCut) {
            near.close();
            return;
        }
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), exit);
        } catch (IOException nobodyThere) {
            near.close();
            throw nobodyThere;
        }
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        open.add(near);
        open.add(far);
        begin("cable-there", () -> carry(near, far));
        begin("cable-back", () -> carry(far, near));
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                LockSupport.parkNanos(delay.toNanos());
                out.write(chunk, 0, length);
            }
        } catch (IOException broken) {
            // Both ends learn of it by the closing.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // As wanted.
        }
    }

    private static void begin(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
