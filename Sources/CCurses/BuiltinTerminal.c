// The entry for terminals of the kind of xterm that the terminfo database does not have.
//
// Over ssh the database of the other machine has often never heard of xterm-kitty, xterm-ghostty or
// foot, and a small container has none at all. ncurses reads a compiled entry from TERMINFO as well,
// in base64 (terminfo(5), "b64:"). This one has what all of them share; `tic` and `infocmp -Q2` make
// it of the lines below, and a test does it again.
//
//   keywright-xterm|a terminal that follows xterm,
//     am, mir, msgr, xenl,
//     colors#256, cols#80, it#8, lines#24, pairs#32767,
//     bel=^G, bold=\E[1m, civis=\E[?25l, clear=\E[H\E[2J,
//     cnorm=\E[?25h, cr=\r, csr=\E[%i%p1%d;%p2%dr,
//     cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB, cud1=\n,
//     cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH,
//     cuu=\E[%p1%dA, cuu1=\E[A, dch=\E[%p1%dP, dch1=\E[P,
//     dim=\E[2m, dl=\E[%p1%dM, dl1=\E[M, ed=\E[J, el=\E[K,
//     home=\E[H, ht=^I, ich=\E[%p1%d@, il=\E[%p1%dL, il1=\E[L,
//     ind=\n, kbs=^?, kcbt=\E[Z, kcub1=\EOD, kcud1=\EOB,
//     kcuf1=\EOC, kcuu1=\EOA, kdch1=\E[3~, kend=\EOF, kf1=\EOP,
//     kf10=\E[21~, kf2=\EOQ, kf3=\EOR, kf4=\EOS, kf5=\E[15~,
//     kf6=\E[17~, kf7=\E[18~, kf8=\E[19~, kf9=\E[20~, khome=\EOH,
//     kich1=\E[2~, kmous=\E[M, knp=\E[6~, kpp=\E[5~,
//     op=\E[39;49m, rev=\E[7m, ri=\EM, rmcup=\E[?1049l,
//     rmkx=\E[?1l\E>, rmso=\E[27m, rmul=\E[24m,
//     setab=\E[48;5;%p1%dm, setaf=\E[38;5;%p1%dm, sgr0=\E[m,
//     smcup=\E[?1049h, smkx=\E[?1h\E=, smso=\E[7m, smul=\E[4m,

#include "Internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>

static const char entry[] =
    "b64:GgEuAA8ADwBpAYkBa2V5d3JpZ2h0LXh0ZXJtfGEgdGVybWluYWwgdGhhdCBmb2xsb3dzIHh0ZXJtAAABAAAB"
    "AAAAAAAAAAABAQBQAAgAGAD__________________________wAB_3___wAAAgAEAP__FQAdACEA_____yUANgA4"
    "ADwAQwD__0UATAD__1AA__9UAFgA__________9cAGEA__9qAP_______28AdAB5AP____9-AIIA_____4sAkQD_"
    "____________________lwD__5sA________nQD__6IA__________-mAKoAsAC0ALgAvADCAMgAzgDUANoA3gD_"
    "_-MA___nAOwA8QD________1APkAAQH_______________________________________8JARIBGwEkAf__LQE2"
    "AT8B__9IAf____________________________________9RAVMB________VgH_________________________"
    "_________1gB________________________________________XAH_________________________________"
    "________________________________________________________________________________________"
    "________________________________________________________________________________________"
    "________________________________________________________________________________________"
    "______________________________________________________9gAf______________________________"
    "________________________________________________________________________________________"
    "_________________________________2kB________bQF7AQcADQAbWyVpJXAxJWQ7JXAyJWRyABtbSBtbMkoA"
    "G1tLABtbSgAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtbUAAbW00AG1sx"
    "bQAbWz8xMDQ5aAAbWzJtABtbN20AG1s3bQAbWzRtABtbbQAbWz8xMDQ5bAAbWzI3bQAbWzI0bQAbW0wAfwAbWzN-"
    "ABtPQgAbT1AAG1syMX4AG09RABtPUgAbT1MAG1sxNX4AG1sxN34AG1sxOH4AG1sxOX4AG1syMH4AG09IABtbMn4A"
    "G09EABtbNn4AG1s1fgAbT0MAG09BABtbPzFsGz4AG1s_MWgbPQAbWyVwMSVkUAAbWyVwMSVkTQAbWyVwMSVkQgAb"
    "WyVwMSVkQAAbWyVwMSVkTAAbWyVwMSVkRAAbWyVwMSVkQwAbWyVwMSVkQQAKABtNAAkAG1taABtPRgAbWzM5OzQ5"
    "bQAbW00AG1szODs1OyVwMSVkbQAbWzQ4OzU7JXAxJWRtAA==";

SCREEN *keywright_begin_builtin(FILE *output, FILE *input) {
  const char *value = getenv("TERMINFO");
  char *before = value == NULL ? NULL : strdup(value);
  setenv("TERMINFO", entry, 1);
  SCREEN *begun = newterm("keywright-xterm", output, input);
  if (before == NULL) {
    unsetenv("TERMINFO");
  } else {
    setenv("TERMINFO", before, 1);
  }
  free(before);
  return begun;
}
