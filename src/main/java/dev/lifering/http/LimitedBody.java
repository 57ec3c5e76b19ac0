package dev.lifering.http;

import dev.lifering.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A body that ends in a refusal when it is too large or breaks off. */
final class LimitedBody extends FilterInputStream {
    private long left;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.left = limit;
    }

    boolean isExceeded() {
        return left < 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (isExceeded()) {
            throw BodyLimit.exceeded();
        }
        int count = count(buffer, offset, length);
        left -= Math.max(count, 0);
        if (isExceeded()) {
            throw BodyLimit.exceeded();
        }
        return count;
    }

    private int count(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw ProblemType.MALFORMED_REQUEST.because("The body ended before it was complete.");
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, but not beyond the limit: the stream below would wait for the end of an endless body. */
    @Override
    public void close() throws IOException {
        if (!isExceeded() && read() >= 0) {
            transferTo(OutputStream.nullOutputStream());
        }
        if (!isExceeded()) {
            super.close();
        }
    }
}
