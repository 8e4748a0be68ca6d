"""Read by IPython when a kernel of this environment starts (installed as etc/ipython/ipython_config.py).

A name that is not known mostly means that an earlier cell has not been run: interparty.order says which one, and what is wrong
with a cell that is no Python. It is imported only when that happens, so that the kernel starts as fast as before.
"""

c = get_config()  # noqa: F821  (IPython puts get_config here when it reads this file)

c.InteractiveShellApp.exec_lines.append(
    "get_ipython().set_custom_exc((NameError, SyntaxError), lambda *given, **more: "
    "__import__('interparty.order', fromlist=['tell']).tell(*given, **more))"
)
