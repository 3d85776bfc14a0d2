/**
 * `np.fft`: discrete Fourier transforms, NumPy's names and the Array API's.
 *
 * Source: https://numpy.org/doc/stable/reference/routines.fft.html
 */
export { fftfreq, fftshift, ifftshift, rfftfreq } from "./frequencies.ts";
export { fft2, fftn, ifft2, ifftn, irfft2, irfftn, rfft2, rfftn } from "./many_axes.ts";
export { fft, hfft, ifft, ihfft, irfft, rfft } from "./one_axis.ts";
